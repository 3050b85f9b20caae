/**
 * How much error a plan can take: the anatomy moved and turned as a rigid body in the dose as it was planned, and what
 * becomes of the limits on the cord and of the target.
 *
 * <h2>The approximation</h2>
 *
 * <p>The dose stays where it is while the anatomy moves through it ({@link org.cordonrt.robust.StaticDose} says how far
 * that agrees with doses computed anew). Outside the dose grid there is no dose: a displacement that takes the structure
 * there is not evaluable, never safe.
 *
 * <h2>Why the lower bound of a shift to break holds</h2>
 *
 * <p>Let B be a box of shifts around c, with half widths q. A point of the structure that comes from x + c to x + s gains
 * at most the integral of the gradient along its straight way. Trilinear interpolation makes every component of the
 * gradient in a cell a weighted mean of its values at the cell's eight corners, so that a cell allows a gain of at most
 * rho = sum of the largest components, without signs, times q. {@link org.cordonrt.robust.RaisedDose} adds to every
 * sample the largest rho of the cells near it, so that the raised dose, interpolated at x + c, is nowhere below the dose
 * at x + s: each cell that the way passes touches the cell it began in (where q is less than a cell), and the samples
 * they share have at least the weight (1 - q/h) along each axis, h being the cell's width, by which the gain is divided;
 * where q is wider, the samples of all cells within reach are raised. Where the certified histogram of the structure at
 * c in the raised dose keeps the limit, every shift of the box does: the box is safe. Boxes that are not are halved,
 * those nearest to rest first; no shift shorter than the nearest box that is left breaks the limit. That is shown
 * without sampling; the upper bound is a shift at which the certified histogram shows the limit broken. Where the work
 * allowed does not bring the bounds together, they stay apart and still hold. Points only suggest where to look.
 *
 * <p>Uses {@code check}, {@code constraint}, {@code dvh}, {@code geometry}, {@code metric}, {@code plan} and {@code
 * issue}. Lengths are mm, doses Gy, rotations degrees at the surface.
 */
@Internal
@NullMarked
package org.cordonrt.robust;

import org.cordonrt.Internal;
import org.jspecify.annotations.NullMarked;
