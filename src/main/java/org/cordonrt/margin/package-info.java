/**
 * The distance core: how far apart two solids are, where, and how much they overlap. Distances are exact for the stated
 * model (surfaces that run on from plane to plane, slab solids, flat contours) up to rounding; no sampling is involved. {@link org.cordonrt.margin.Separation} is the way in.
 *
 * <p>Uses {@code org.cordonrt.geometry}, {@code org.cordonrt.plan} and {@code org.cordonrt.issue}; knows no dose and no
 * DICOM. Lengths are mm, points are patient coordinates (LPS, mm), volumes are cc.
 *
 * <p>Public API, but for what is marked {@link org.cordonrt.Internal}.
 */
@NullMarked
package org.cordonrt.margin;

import org.jspecify.annotations.NullMarked;
