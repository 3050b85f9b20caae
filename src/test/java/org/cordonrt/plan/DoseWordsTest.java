package org.cordonrt.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.cordonrt.Property;
import org.junit.jupiter.api.Test;

class DoseWordsTest {

    @Test
    void wordsInBytesAreTheWordsOfTheArray() {
        Property.forAll(20, random -> random.ints(random.nextInt(1, 40_000)).toArray(), words -> {
            ByteBuffer bytes = ByteBuffer.allocate(4 * words.length + 3).order(ByteOrder.LITTLE_ENDIAN);
            bytes.position(3);
            bytes.slice().order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().put(words);
            assertSame(DoseWords.ofLittleEndian(bytes, 4), DoseWords.of(words));
        });
    }

    @Test
    void wordsOfSixteenBitsAreUnsigned() {
        Property.forAll(
                20, random -> random.ints(random.nextInt(1, 400), 0, 1 << 16).toArray(), words -> {
                    ByteBuffer bytes = ByteBuffer.allocate(2 * words.length).order(ByteOrder.LITTLE_ENDIAN);
                    for (int w : words) {
                        bytes.putShort((short) w);
                    }
                    assertSame(DoseWords.ofLittleEndian(bytes.flip(), 2), DoseWords.of(words));
                });
    }

    private static void assertSame(DoseWords inBytes, DoseWords inArray) {
        assertThat(inBytes.count()).isEqualTo(inArray.count());
        assertThat(inBytes.max()).isEqualTo(inArray.max());
        int last = inArray.count() - 1;
        assertThat(inBytes.word(last)).isEqualTo(inArray.word(last));
        double[] a = new double[inArray.count() + 1];
        double[] b = a.clone();
        inBytes.copy(0, inArray.count(), 1.1e-3, a, 1);
        inArray.copy(0, inArray.count(), 1.1e-3, b, 1);
        assertThat(a).isEqualTo(b);
        assertThat(Arrays.stream(a).max().orElseThrow()).isEqualTo(inArray.max() * 1.1e-3);
    }

    @Test
    void theLargestWordIsFoundAcrossBlocks() {
        int[] words = new int[100_000];
        words[99_999] = -1;
        ByteBuffer bytes = ByteBuffer.allocate(400_000).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asIntBuffer().put(words);
        assertThat(DoseWords.ofLittleEndian(bytes, 4).max()).isEqualTo(0xFFFFFFFFL);
    }

    @Test
    void halfAWordIsRefused() {
        assertThatThrownBy(() -> DoseWords.ofLittleEndian(ByteBuffer.allocate(6), 4))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DoseWords.ofLittleEndian(ByteBuffer.allocate(6), 3))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
