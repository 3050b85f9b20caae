/**
 * What a report can draw, as plain results: whole histograms, the gap along the cord, the dose across it, and slices
 * through the two places that matter, with dose, CT, outlines and isodose lines in patient millimetres. Made by
 * {@link org.cordonrt.illustration.Illustrator} from a case and its assessment.
 *
 * <p>Decides nothing and knows no picture format. Lengths are mm in patient coordinates (LPS), doses Gy, volumes cc.
 * Everything is immutable. Uses {@code check}, {@code probe}, {@code geometry}, {@code constraint}, {@code metric},
 * {@code plan} and {@code issue}.
 */
@Internal
@NullMarked
package org.cordonrt.illustration;

import org.cordonrt.Internal;
import org.jspecify.annotations.NullMarked;
