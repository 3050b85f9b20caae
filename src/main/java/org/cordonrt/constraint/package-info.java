/**
 * Published dose limits and what they are tested on: {@linkplain org.cordonrt.constraint.StructureKind structure
 * kinds} recognised from names, {@linkplain org.cordonrt.constraint.ConstraintSet constraint sets} read from YAML, and
 * the {@linkplain org.cordonrt.constraint.Evaluation evaluation} of measured values to states and a verdict.
 *
 * <p>Computes no dose: values come in through {@link org.cordonrt.constraint.Measurement}. Uses only {@code
 * org.cordonrt.issue}, {@code metric} and {@code plan}.
 *
 * <p>Public API, but for what is marked {@link org.cordonrt.Internal}.
 */
@NullMarked
package org.cordonrt.constraint;

import org.jspecify.annotations.NullMarked;
