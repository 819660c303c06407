package io.github.pscsdk.plugin.cps.internal.card;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.pscsdk.plugin.cps.internal.card.CardCatalogue.CardKind;
import io.github.pscsdk.testkit.support.AnyInput;
import java.nio.ByteBuffer;

class CardAnswerFuzz {
    /** Each answer is a byte that tells how long it is, and so many bytes; the last one is given for ever. */
    private static final class Answers implements CardChannels {
        private final ByteBuffer script;
        private byte[] answer = {0x6D, 0x00};

        private Answers(byte[] script) {
            this.script = ByteBuffer.wrap(script);
        }

        @Override
        public Channel basic() {
            return command -> {
                if (script.remaining() > 2) {
                    answer = new byte[Math.max(2, Math.min(script.get() & 0xFF, script.remaining()))];
                    script.get(answer);
                }
                return answer.clone();
            };
        }

        @Override
        public Channel additional() {
            return basic();
        }
    }

    @FuzzTest
    void whatever_a_card_answers_it_is_read_or_refused(byte[] script) {
        for (var kind : CardKind.values()) {
            AnyInput.read(() -> CpsCard.read(kind, new Answers(script)), CardAccessException.class);
        }
    }
}
