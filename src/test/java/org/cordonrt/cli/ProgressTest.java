package org.cordonrt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProgressTest {

    /** Standard error that tells when something was written to it. */
    private static final class Screen extends ByteArrayOutputStream {
        private final CountDownLatch written = new CountDownLatch(1);

        @Override
        public synchronized void write(byte[] bytes, int from, int length) {
            super.write(bytes, from, length);
            written.countDown();
        }
    }

    @Test
    void showsTheStageOfALongRunAndLeavesNothingBehind() throws InterruptedException {
        Screen screen = new Screen();
        try (Progress progress = new Progress(screen, 40, true)) {
            progress.stage("reading");
            progress.stage("computing phantoms of a family with a long name", 3);
            progress.step();
            assertThat(screen.written.await(30, TimeUnit.SECONDS)).isTrue();
            progress.wipe();
        }
        String text = screen.toString(StandardCharsets.UTF_8);
        assertThat(text).startsWith("\rcomputing phantoms").endsWith("\r");
        List<String> lines = List.of(text.split("\r"));
        assertThat(lines).allMatch(line -> line.length() < 40);
        assertThat(lines.get(lines.size() - 1)).isBlank();
    }

    @Test
    void aShortRunOrOneThatNobodyWatchesSaysNothing() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        try (Progress shown = new Progress(err, 80, true);
                Progress hidden = new Progress(err, 80, false)) {
            shown.stage("reading");
            hidden.stage("reading");
        }
        assertThat(err.size()).isZero();
    }
}
