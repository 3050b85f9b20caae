/**
 * The linear-quadratic model: biologically effective dose and equivalent dose in 2 Gy fractions. Doses are Gy, always the
 * total of a course.
 *
 * <p>For information and for sums over courses. Limits published for a number of fractions are never converted by it.
 * Uses nothing else.
 *
 * <p>Public API, but for what is marked {@link org.cordonrt.Internal}.
 */
@NullMarked
package org.cordonrt.lq;

import org.jspecify.annotations.NullMarked;
