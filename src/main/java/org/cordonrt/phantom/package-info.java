/**
 * Synthetic spine radiosurgery cases whose truth is known: a cord, what lies around it, a target at a chosen distance
 * and a dose, as a plan model and as DICOM files. The same options give the same bytes on every machine, so sines and
 * exponentials come from {@link java.lang.StrictMath}. How a case is written ({@link org.cordonrt.phantom.CaseFiles}) is
 * apart from what it shows, for the analytic phantoms to use.
 *
 * <p>Uses {@code org.cordonrt.issue}, {@code org.cordonrt.plan} and {@code org.cordonrt.dicom}.
 */
@Internal
@NullMarked
package org.cordonrt.phantom;

import org.cordonrt.Internal;
import org.jspecify.annotations.NullMarked;
