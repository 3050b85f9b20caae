/**
 * Results as text and JSON. Reads what {@code org.cordonrt.check} found and knows nothing of DICOM, geometry or how a
 * number was computed.
 *
 * <p>Pictures are in {@code report.figure}.
 *
 * <p>Every writer gives the same bytes for the same result, in every locale and time zone. Text from the input files
 * (ROI names, labels, paths) is treated as hostile. Uses {@code check}, {@code illustration}, {@code constraint}, {@code metric},
 * {@code plan} and {@code issue}.
 *
 * <p>Public API, but for what is marked {@link org.cordonrt.Internal}.
 */
@NullMarked
package org.cordonrt.report;

import org.jspecify.annotations.NullMarked;
