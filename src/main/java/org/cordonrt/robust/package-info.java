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
 * <p>Shifts are taken by boxes Q = c + [-q, q]. Let p be a part of the structure or of its surface in a box of its own, and
 * B the box p + Q that p may come to. The dose is trilinear between the samples; the faces of the dose cells cut B into
 * parts, in each of which the dose less a linear function is trilinear and so has its extremes at corners ({@link
 * org.cordonrt.robust.DoseBox}). Hence, exactly, the dose in B lies between l - below and l + above, where l is a linear
 * function with the slope g, and below and above are the largest differences at the corners.
 *
 * <p><b>Near-maxima.</b> A limit on D_v breaks only where the volume V that receives the limit reaches v. The structure S
 * shifted by c + e receives the limit where it covers H, the points whose dose reaches it. Of a body that moves through H
 * the volume in H changes by what its surface sweeps (the divergence theorem; H may be any measurable set):
 *
 * <pre>V(c + e) = V(c) + integral over t from 0 to 1 of the integral over the surface of S of (n e) [x + c + t e in H],</pre>
 *
 * <p>n the outward normal, constant on each wall and face of a slab. The dose inside does not matter, nor do most parts of
 * the surface: where the dose in B is nowhere below the limit, a part adds N e, with N its area as a vector; where it is
 * everywhere below, nothing. What is left is a strip along the curve where the surface leaves H ({@link
 * org.cordonrt.robust.VolumeCourse}). Of such a part let f be the share of its points and of the way on which the limit is
 * received. It is at least the share on which l - below reaches the limit, and at most that on which l + above does. On an
 * upright rectangle of the surface l is spread evenly along both sides, and along the way, so that both shares are those
 * of a box above a plane: a sum of cubes over its corners ({@link org.cordonrt.robust.EvenShare}). On other parts l is
 * only known to its range, which is added to above and below. Let m be the middle of both shares, d half their difference and
 * T the area of the part with every normal's components made positive; then what the part adds differs from m N e by
 * at most d T |e|, component by component. Where two slabs meet, the surface is
 * what one covers and the other does not, cut into convex pieces of exact area; before it is cut, T is both areas together.
 *
 * <p>This is used twice. <i>Along a way:</i> from a shift whose volume is known, by the certified histogram or by this bound
 * itself, to the middle of a smaller box in Q, it gives an interval of V there. <i>Over a box:</i> for all e in it the
 * dose of a part rises on the way by at most the sum of |g| q; the shares for the steepest rise and the steepest fall hold for
 * every e, so that V is at most A + G e with one constant and one vector. d T q is of the second order in q, as the strip is as
 * wide as the box.
 *
 * <p>The box is safe where the most of A + G e over the e in Q, and over the shifts no longer than those that matter, is
 * below v: the box holds e, the half space that touches the ball of shifts on the side of c holds them too, and linear
 * programming's dual gives a bound for both. Boxes too wide for this are safe where the parts of the structure that may
 * reach the limit somewhere in Q have less volume than v.
 *
 * <p><b>Maxima:</b> each part of the structure alone must stay below the limit, l + above, in the same way.
 * <b>Means:</b> the mean is at most the mean of the linear functions and of what lies above them.
 *
 * <p>Boxes that are not shown to be safe are halved, those nearest to rest first; no shift shorter than the nearest box
 * that is left breaks the limit. That is shown without sampling; the upper bound is a shift at which the certified
 * histogram shows the limit broken. Where the work allowed does not bring the bounds together, or what is uncertain at a single
 * shift does not, they stay apart and still hold. Points only suggest where to look. Shifts that are not evaluable are not decided: {@code coveredMm} says up to
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
