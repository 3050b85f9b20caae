/**
 * The dose in a solid: cumulative dose-volume histograms and TG-263 metrics, each with an interval that holds for the
 * stated model (slab solid, trilinear dose).
 *
 * <p>Uses {@code org.cordonrt.geometry}, {@code org.cordonrt.plan}, {@code org.cordonrt.metric} and
 * {@code org.cordonrt.issue}; knows no DICOM and no limits. Dose is Gy, volume cc, length mm.
 *
 * <h2>Why the intervals hold</h2>
 *
 * <p><b>The truth.</b> V(d) is the volume of the points of the solid whose trilinear dose is at least d; D_v is the
 * largest d with V(d) &gt;= v. Both are exact properties of the contours and the dose samples; nothing is sampled here.
 *
 * <p><b>Parts.</b> The solid is cut along the faces of the dose cells. Along the normal a slab's faces cut a cell at two
 * heights; the dose between them is again trilinear, with the dose at the eight corners of the cut box found by linear
 * interpolation. In the plane the contours cut a cell to a polygon, whose area is exact. A part is then a whole box, or
 * a polygon times a height, or in oblique grids a convex body; the parts share no volume and leave none out.
 *
 * <p><b>Dose of a part.</b> Along any direction parallel to an edge of a box a trilinear function is a straight line, so
 * it has its largest and smallest value at corners of the box: a part whose corners are all above d lies wholly above d,
 * whatever happens between. About the middle of the box, with x, y and z from -1/2 to 1/2, the dose is
 *
 * <pre>D = m + a x + b y + c z + (ab xy + ac xz + bc yz + abc xyz) = L + R,</pre>
 *
 * <p>and the remainder R, having its extremes at corners too, lies between two known numbers, {@code -below} and
 * {@code above}. Hence, in every part,
 *
 * <pre>volume(L &gt;= d + below)  &lt;=  volume(D &gt;= d)  &lt;=  volume(L &gt;= d - above).</pre>
 *
 * <p>The volumes on the left and right have closed forms, because L is linear: a plane cuts a box (a sum of cubes over
 * its corners), a prism (by Gauss's theorem a sum over the polygon's edges) or a convex body (a sum over its faces).
 *
 * <p><b>The remainder to first order.</b> In steep dose R is small against the slope, and on average over the surface
 * L = d it nearly cancels; a bound by its extremes ignores that. Take an axis along which D surely rises: on B, the box
 * around the part, its slope along the axis lies between q0 and 2 g - q0, with g the slope of L and q0 &gt;= g/2, and
 * |R| &lt;= r &lt;= g/4. On a line along the axis D has one slope q, so that both L and D pass d once: L at z, D at z'.
 * From L(z) = D(z') = d and D(z) - d = R(z) follows z - z' = R(z)/q. While neither passage lies beyond an end of the
 * part, the volume above d changes by that length, which differs from R(z)/g by R(z) (g - q)/(g q). Summed over all
 * lines the lengths R(z)/g are the integral of R/|grad L| over the surface L = d in the part, the <i>shift</i>, and what is
 * left is at most
 *
 * <pre>density * r * max|g - q| / q0,   density = integral of 1/|grad L| over that surface.</pre>
 *
 * <p><b>Ends.</b> Where a line leaves the part at a point e that lies between z and z', the volume changes by less than
 * the length R(z)/q, or by the piece of it beyond e where z lies outside: too much by the distance from e to z', at most.
 * As D has slope q on the line, that distance is |D(e) - d|/q; and since L and D lie on different sides of d at e, it is at
 * most (|R(e)| - |L(e) - d|)/q0, and there is none unless that is positive and R(e) has the sign of d - L(e). Where the dose
 * rises towards the outside, the volume is only ever larger than the shift says, where it rises towards the inside only ever
 * smaller. Integrated over a face, with R within [-below, above] there and L of slope s across it, this is at most
 * (below^2 + above^2)/(2 s q0) a unit of area across the axis. A whole box is compared along its steepest axis and has two
 * such faces; a prism has a wall at each edge or, compared along its height, its two ends. Ways between the rings of a
 * polygon count as walls although they are none, which makes the bound wider, not wrong.
 *
 * <p>The interval is then of the second order in R: halving a part makes its share an eighth. The shift and the density have
 * closed forms: projected along C, the surface is the strip of the polygon where L - d is within C's half rise, R a
 * polynomial on it, and Green's theorem leaves the polygon's edges, on which three points of Gauss's rule are exact. A part
 * with no such axis (a saddle, a peak, a flat dose), and every body in an oblique grid, keeps the bounds by extremes.
 *
 * <p><b>Sums.</b> Added over all parts they are {@code least(d) <= V(d) <= most(d)}: the envelope of the curve, and the
 * interval of V_d. Because V falls with d, {@code least(d) >= v} proves D_v &gt;= d, and {@code most(d) < v} proves
 * D_v &lt; d: two doses of which that is shown are the interval of D_v. How they were found does not matter; a first
 * guess comes from the mean doses of the parts, and if it cannot be proven, the corner doses of all parts give a range
 * that is sure.
 *
 * <p><b>Division.</b> A box divided in two in every direction has parts with a quarter of its remainder, and an eighth of the
 * interval where the second order holds. Parts are
 * divided, those first that are unsure of most volume, until the interval is as narrow as the tolerance; parts that lie
 * above or below the interval by then are only counted. Where that takes more parts than the work bound allows, the
 * wider interval stays and the value has a note. Half the tolerance takes the same way one step further, so that its
 * interval lies within the wider one.
 *
 * <p><b>Extremes.</b> On a prism the dose is linear in height, so the extremes are on its two faces; there it is
 * bilinear, without a peak inside, so they are on the polygon's boundary: at a vertex, or on an edge, along which the
 * dose is a parabola, at its apex; or at a corner of the cell that the polygon holds. That is a finite list. In oblique
 * grids the vertices of the parts bound the extreme from one side and L and R from the other, and parts that might beat
 * the best vertex are halved until none can by more than 1e-7 Gy. The mean is exact as well: the integrals of 1, x, y
 * and xy over a polygon are sums over its edges.
 *
 * <p><b>Rounding.</b> Doses are interpolated to about 1e-15 of the largest; intervals of dose are widened by 1e-12 of
 * it. Closed forms and sums of volume are good to better than 1e-9 of the volume; a dose counts as proven only with that
 * much to spare. Sums always run in the same order, so results are the same to the last bit, whatever else is asked and
 * however many threads ask.
 *
 * <p>Public API, but for what is marked {@link org.cordonrt.Internal}.
 */
@NullMarked
package org.cordonrt.dvh;

import org.jspecify.annotations.NullMarked;
