package org.cordonrt.report.figure;

/**
 * Colours of a dose: lightness rises evenly from a dark violet to a light yellow, so that equal steps of dose look
 * equal, also in grey and for every kind of colour vision. Made in the Oklab space
 * (Ottosson 2020, https://bottosson.github.io/posts/oklab/).
 */
final class DoseRamp {
    private static final double DARKEST = 0.27;
    private static final double LIGHTEST = 0.93;
    private static final double VIOLET_DEGREES = 295;
    private static final double YELLOW_DEGREES = 102;
    private static final double CHROMA = 0.105;
    private static final double MORE_CHROMA_AT_ENDS = 0.045;

    private DoseRamp() {}

    /** The colour of a share of the scale, 0 to 1, as 0xRRGGBB. */
    static int rgb(double share) {
        double t = Math.max(0, Math.min(1, share));
        double lightness = DARKEST + t * (LIGHTEST - DARKEST);
        double chroma = CHROMA + MORE_CHROMA_AT_ENDS * Math.abs(2 * t - 1);
        double hue = StrictMath.toRadians(VIOLET_DEGREES + t * (YELLOW_DEGREES - VIOLET_DEGREES));
        double a = chroma * StrictMath.cos(hue);
        double b = chroma * StrictMath.sin(hue);
        double l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
        double m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
        double s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b);
        return channel(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s) << 16
                | channel(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s) << 8
                | channel(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s);
    }

    static String css(double share) {
        return colour(rgb(share));
    }

    /** A colour 0xRRGGBB as CSS writes it. */
    static String colour(int rgb) {
        String hex = Integer.toHexString(rgb & 0xFFFFFF);
        return "#" + "0".repeat(6 - hex.length()) + hex;
    }

    private static double cube(double v) {
        return v * v * v;
    }

    /** Linear light to an sRGB byte (IEC 61966-2-1). */
    private static int channel(double linear) {
        double v = Math.max(0, Math.min(1, linear));
        double encoded = v <= 0.0031308 ? 12.92 * v : 1.055 * StrictMath.pow(v, 1 / 2.4) - 0.055;
        return (int) Math.round(255 * encoded);
    }
}
