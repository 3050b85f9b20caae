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
 * <p>Let L be the limit, c a shift at which the certified histogram shows that less than v receives L - h, and B a box of
 * shifts around c. A point of the structure that receives L or more at a shift s of B, but less than L - h at c, runs on
 * its straight way from c to s through places whose dose lies between L - h and L, and gains h there. What it can gain is
 * bounded by the gradients of exactly those places: trilinear interpolation makes every component of the gradient in a
 * cell a weighted mean of its values at the cell's eight corners, so that the largest of them over all cells whose dose
 * range meets [L - h, L], and that the structure can reach, is a finite list
 * ({@link org.cordonrt.robust.GradientFront}). Where that bound is not above h, there is no such point, so that less than
 * v receives L anywhere in B: the box is safe. Boxes that are not are divided, those nearest to rest first; no shift
 * shorter than the nearest box that is left breaks the limit. That is shown without sampling; the upper bound is a shift
 * at which the certified histogram shows the limit broken.
 *
 * <p>Uses {@code check}, {@code constraint}, {@code dvh}, {@code geometry}, {@code metric}, {@code plan} and {@code
 * issue}. Lengths are mm, doses Gy, rotations degrees at the surface.
 */
@NullMarked
package org.cordonrt.robust;

import org.jspecify.annotations.NullMarked;
