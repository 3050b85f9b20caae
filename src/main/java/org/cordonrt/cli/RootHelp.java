package org.cordonrt.cli;

/** What {@code cordon --help} says. Plain text: no command model is built for it. */
final class RootHelp {
    static final String TEXT = """
            cordon - checks spine radiosurgery plans against spinal cord dose limits

            Usage: cordon VERB [OPTIONS] PATH...

              check             check a plan (RTSTRUCT, RTDOSE, RTPLAN) against published limits
              batch             check many plans: a line for each, several at a time
              dvh               volumes and dose-volume metrics of structures
              margin            smallest 3D separation between structures
              compare           the planning system's stored DVHs beside Cordon's numbers
              list              what lies in files and folders, and what each structure is taken for
              constraints list  the built-in constraint sets
              constraints show  the limits of a set, each with its source
              constraints lint  look for errors in a constraint file
              constraints import  a constraint file from a plan-check template (CSV)
              reirradiation     this plan with previous courses, against the HyTEC criteria
              robust            how far the patient may move before a limit breaks, and which way
              selftest          compute phantoms with a known answer, on this machine, and compare
              phantom spine     write a synthetic spine case as DICOM files
              phantom analytic  write the phantoms of the self-test as DICOM files, with their truth
              phantom list      the phantoms of the self-test
              diff              two JSON results, number by number
              completion        completion of verbs and options for bash, zsh or fish
              man               manual pages

            cordon VERB --help shows the options of a verb with examples. cordon --version.

            Example: cordon check plan/

            Exit codes: 0 every required limit met; 1 a required limit broken; 2 wrong usage; 3 input
            unreadable, inconsistent or ambiguous; 4 a required limit could not be evaluated; 70 an error
            inside Cordon.

            For research and quality assurance. Not a medical device.
            """;

    private RootHelp() {}
}
