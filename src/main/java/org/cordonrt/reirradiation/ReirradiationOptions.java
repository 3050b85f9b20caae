package org.cordonrt.reirradiation;

import java.util.Objects;
import org.cordonrt.constraint.SelectionOptions;
import org.cordonrt.lq.LinearQuadratic;

/**
 * How courses are added. Immutable.
 *
 * @param selection which structure is which; limits for the thecal sac are judged on another one only by substitution
 * @param model alpha/beta; the criteria hold for 2 Gy
 * @param registrationMm how far a previous distribution may lie from where it was placed, at least 0
 * @param toleranceGy width of the bounds of sums, EQD2 in Gy, above 0
 */
public record ReirradiationOptions(
        SelectionOptions selection, LinearQuadratic model, double registrationMm, double toleranceGy) {
    /** Common accuracy of a rigid registration of the spine away from the registered level. */
    public static final double DEFAULT_REGISTRATION_MM = 3;

    public static final double LARGEST_REGISTRATION_MM = 20;
    private static final double DEFAULT_TOLERANCE_GY = 0.01;

    public ReirradiationOptions {
        Objects.requireNonNull(selection, "selection");
        Objects.requireNonNull(model, "model");
        if (!(registrationMm >= 0 && registrationMm <= LARGEST_REGISTRATION_MM)) {
            throw new IllegalArgumentException("a registration uncertainty of " + registrationMm + " mm");
        }
        if (!(toleranceGy > 0) || Double.isInfinite(toleranceGy)) {
            throw new IllegalArgumentException("a tolerance of " + toleranceGy + " Gy");
        }
    }

    /** Structures by name, alpha/beta 2 Gy, 3 mm. */
    public static ReirradiationOptions defaults() {
        return new ReirradiationOptions(
                SelectionOptions.byName(), LinearQuadratic.ofCord(), DEFAULT_REGISTRATION_MM, DEFAULT_TOLERANCE_GY);
    }

    public ReirradiationOptions withSelection(SelectionOptions newSelection) {
        return new ReirradiationOptions(newSelection, model, registrationMm, toleranceGy);
    }

    public ReirradiationOptions withModel(LinearQuadratic newModel) {
        return new ReirradiationOptions(selection, newModel, registrationMm, toleranceGy);
    }

    public ReirradiationOptions withRegistrationMm(double mm) {
        return new ReirradiationOptions(selection, model, mm, toleranceGy);
    }
}
