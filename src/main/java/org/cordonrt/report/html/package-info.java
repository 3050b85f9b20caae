/**
 * An assessment as one page: HTML for the screen and for paper, that needs nothing from elsewhere, and the same content
 * for a PDF. What belongs together in the page is a section, a class of its own; styles and the one script lie beside the
 * classes as resources.
 *
 * <p>Every text from a file goes through {@link org.cordonrt.report.html.Markup}. The page's content security policy lets
 * it load nothing and run only its own script.
 *
 * <p>May use {@code report}, {@code report.figure} and what they may use; knows no DICOM and no geometry.
 */
@Internal
@NullMarked
package org.cordonrt.report.html;

import org.cordonrt.Internal;
import org.jspecify.annotations.NullMarked;
