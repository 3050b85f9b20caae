/**
 * Solids from contours. A {@link org.cordonrt.geometry.SlabSolid} is what contours say under the slab model: the
 * contours of one plane, combined by the even-odd rule into a {@link org.cordonrt.geometry.PlaneRegion}, extruded
 * half-way to the neighbouring planes. Areas and volumes are exact up to rounding.
 *
 * <p>Slabs have steps where anatomy slants or tapers. Under the shape model ({@link org.cordonrt.geometry.SolidModel})
 * the surface runs on from plane to plane; {@link org.cordonrt.geometry.ShapeSurface} has it for the distance core, and
 * the same SlabSolid type holds thin slabs of it for the dose core.
 *
 * <p>Knows no dose and no DICOM; uses only {@code org.cordonrt.plan} and {@code org.cordonrt.issue}. Lengths are mm.
 *
 * <p>Public API, but for what is marked {@link org.cordonrt.Internal}.
 */
@NullMarked
package org.cordonrt.geometry;

import org.jspecify.annotations.NullMarked;
