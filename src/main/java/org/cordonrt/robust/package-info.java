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
 * <p>Shifts are taken by boxes Q = c + [-q, q]. Let p be a part of the structure in a box of its own, and B the box p + Q
 * that p may come to. The dose is trilinear between the samples; the faces of the dose cells cut B into parts, in each of
 * which the dose less a linear function is trilinear and so has its extremes at corners ({@link
 * org.cordonrt.robust.DoseBox}). Hence, exactly, at x in p shifted by c + e the dose is at most l(x) + g e + R, where l + g e
 * is a linear function on B and R the largest difference at the corners.
 *
 * <p><b>Near-maxima.</b> A limit on D_v breaks only where the volume V that receives the limit reaches v. Of p at most
 * the volume F(t) where l + R + t reaches the limit does, t = g e. F rises with t, and is a cubic polynomial between the
 * values at the corners of p, so that its Bernstein coefficients give a straight line a + b t above it ({@link
 * org.cordonrt.dvh.SolidPart#boundMm3Above}). Summed over the parts, V is at most A + G e for all e in the box. The box is
 * safe where the most of that over the e in Q, and over the shifts no longer than those that matter, is below v: the box
 * holds e, the half space that touches the ball of shifts on the side of c holds them too, and linear programming's dual
 * gives a bound for both. <b>Maxima:</b> each part alone must stay below the limit, in the same way. <b>Means:</b> the
 * mean is at most the mean of the linear functions.
 *
 * <p>Boxes that are not shown to be safe are halved, those nearest to rest first; no shift shorter than the nearest box
 * that is left breaks the limit. That is shown without sampling; the upper bound is a shift at which the certified
 * histogram shows the limit broken. Where the work allowed does not bring the bounds together, they stay apart and still
 * hold. Points only suggest where to look. Shifts that are not evaluable are not decided: {@code coveredMm} says up to
 * where there are none.
 *
 * <p>Uses {@code check}, {@code constraint}, {@code dvh}, {@code geometry}, {@code metric}, {@code plan} and {@code
 * issue}. Lengths are mm, doses Gy, rotations degrees at the surface.
 */
@Internal
@NullMarked
package org.cordonrt.robust;

import org.cordonrt.Internal;
import org.jspecify.annotations.NullMarked;
