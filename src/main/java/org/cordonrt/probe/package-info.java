/**
 * The dose at places: at a point, along a line, and where a structure is hottest. For explaining numbers, not for
 * judging them: the certified metrics are those of {@code org.cordonrt.dvh}. Sampled results state their resolution.
 *
 * <p>The dose is trilinear between samples and unknown outside the hull of the sample centres. Uses
 * {@code org.cordonrt.margin}, {@code org.cordonrt.geometry}, {@code org.cordonrt.plan} and {@code org.cordonrt.issue};
 * knows no DICOM. Points are patient coordinates (LPS, mm), doses Gy, volumes cc.
 */
@Internal
@NullMarked
package org.cordonrt.probe;

import org.cordonrt.Internal;
import org.jspecify.annotations.NullMarked;
