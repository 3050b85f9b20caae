/**
 * Pictures of a result as SVG 1.1: histograms, the gap along the cord, the dose across it, headroom, and slices.
 * {@link org.cordonrt.report.figure.Figures} is the way in; {@link org.cordonrt.report.figure.FigurePng} makes pixels.
 *
 * <p>A figure stands alone: no style sheet, no script, nothing loaded from elsewhere. Every element has its look for a
 * light page as attributes, and a class with which a page can give it another ({@link
 * org.cordonrt.report.figure.FigureStyle} has one for dark pages). Colours are told apart by people with colour-blindness, and never alone tell
 * what something is. The same result gives the same text; the bytes of the embedded PNG depend on the JVM's Deflater, its
 * pixels do not. Text from the input files is treated as hostile and escaped in one place. Uses {@code illustration},
 * {@code check}, {@code constraint}, {@code metric}, {@code plan} and {@code report}.
 */
@Internal
@NullMarked
package org.cordonrt.report.figure;

import org.cordonrt.Internal;
import org.jspecify.annotations.NullMarked;
