/**
 * The plan as plain immutable Java: structures, dose, fractionation. A planning system can build it from its own
 * arrays; {@code org.cordonrt.rt} builds it from DICOM.
 *
 * <p>Lengths are millimetres in DICOM patient coordinates (LPS), doses gray. Uses only {@code org.cordonrt.issue}, and EJML inside.
 *
 * <p>Public API, but for what is marked {@link org.cordonrt.Internal}.
 */
@NullMarked
package org.cordonrt.plan;

import org.jspecify.annotations.NullMarked;
