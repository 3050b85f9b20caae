/**
 * Are the contours what they should be? Looks at drawn structures for what contouring and export get wrong: uneven or
 * doubled planes, cross-sections that jump, islands, crossings, a cord that ends beside its target, sizes that no cord
 * has. {@link org.cordonrt.contours.ContourChecks} is the way in; every finding names the structure and the place.
 *
 * <p>Changes no number. Knows no dose and no structure names: the caller says what each structure is. Uses
 * {@code org.cordonrt.geometry}, {@code org.cordonrt.plan} and {@code org.cordonrt.issue}. Lengths are mm, areas mm2.
 */
@Internal
@NullMarked
package org.cordonrt.contours;

import org.cordonrt.Internal;
import org.jspecify.annotations.NullMarked;
