/**
 * Cordon checks the dose of spine radiosurgery plans against limits for the spinal cord.
 *
 * <h2>The model in a few lines</h2>
 *
 * <ul>
 *   <li>A {@link org.cordonrt.plan.TreatmentCase} is a plan: structures made of contours, a dose grid, the number of
 *       fractions. {@link org.cordonrt.rt.CaseReader} reads it from DICOM files;
 *       {@link org.cordonrt.plan.TreatmentCase#builder()} builds it from arrays.
 *   <li>{@link org.cordonrt.check.PlanCheck} holds a plan against
 *       {@linkplain org.cordonrt.constraint.ConstraintSet constraint sets} and answers with an
 *       {@link org.cordonrt.check.Assessment}: a {@linkplain org.cordonrt.constraint.Verdict verdict}, the
 *       {@linkplain org.cordonrt.constraint.ConstraintResult result} of every limit, margins, findings. What could not be
 *       evaluated is never a pass.
 *   <li>Below it, each of use alone: a {@link org.cordonrt.geometry.SlabSolid} is what contours enclose, a
 *       {@link org.cordonrt.dvh.Dvh} the dose in it, a {@link org.cordonrt.metric.Metric} one number of that
 *       ({@code D0.035cc[Gy]}), a {@link org.cordonrt.margin.Separation} the distance between two. A
 *       {@link org.cordonrt.dvh.PreparedDvh} is a solid cut once for many doses: what a planning loop needs.
 *   <li>{@code org.cordonrt.report} writes an assessment as text, JSON and other forms.
 * </ul>
 *
 * <h2>What holds everywhere</h2>
 *
 * <ul>
 *   <li>Lengths are mm in DICOM patient coordinates (LPS), doses Gy, volumes cc; names carry the unit.
 *   <li>A number comes with an interval that holds its true value for the stated model.
 *   <li>Everything is immutable and may be used from many threads; nothing is null unless marked
 *       {@code @Nullable}. There is no static state, no output, no logging. Same input and options give the same bits.
 *   <li>A refusal is a {@link org.cordonrt.issue.CordonException} with an {@link org.cordonrt.issue.IssueCode}; an
 *       argument that makes no sense is an {@link java.lang.IllegalArgumentException}.
 *   <li>Interrupting the thread that computes cancels: what takes long ends soon with a
 *       {@link java.util.concurrent.CancellationException}, and the thread stays interrupted.
 * </ul>
 *
 * <p>Public API is what is not marked {@link org.cordonrt.Internal}, on the type or on its package.
 */
@NullMarked
package org.cordonrt;

import org.jspecify.annotations.NullMarked;
