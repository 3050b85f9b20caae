/**
 * Phantoms with an analytic truth, as a plan model and as DICOM files: shapes from the literature on the accuracy of
 * dose-volume histograms, and shapes that show one trap each (holes, gaps, patient positions, oblique grids, extremes
 * inside an edge).
 *
 * <p>Each has up to two truths. The <em>ideal shape</em> is what the contours stand for: a sphere, a cone. The
 * <em>contour slabs</em> are what the contours say by Cordon's stated model: polygons extruded half-way to their
 * neighbours. Both come from closed forms. So that they can catch an error of Cordon's engine, they share no code with
 * it: this room uses {@code org.cordonrt.issue}, {@code org.cordonrt.plan}, {@code org.cordonrt.metric},
 * {@code org.cordonrt.dicom} and {@code org.cordonrt.phantom}, and neither geometry nor dvh.
 *
 * <p>Lengths are mm in DICOM patient coordinates, dose Gy, volume mm3 inside and cc at the surface.
 */
@Internal
@NullMarked
package org.cordonrt.phantom.analytic;

import org.cordonrt.Internal;
import org.jspecify.annotations.NullMarked;
