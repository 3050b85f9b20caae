/**
 * From RT Structure Set, RT Dose and RT Plan data sets to the {@linkplain org.cordonrt.plan plan model}: finding files,
 * linking them by their UIDs, and turning every DICOM convention (offset vectors, scalings, summation types, stored
 * histograms) into plain millimetres, gray and cubic centimetres.
 *
 * <p>Whatever is missing, contradictory or ambiguous is refused in words; nothing is guessed. Uses
 * {@code org.cordonrt.dicom}, {@code org.cordonrt.plan} and {@code org.cordonrt.issue} only.
 *
 * <p>Public API, but for what is marked {@link org.cordonrt.Internal}.
 */
@NullMarked
package org.cordonrt.rt;

import org.jspecify.annotations.NullMarked;
