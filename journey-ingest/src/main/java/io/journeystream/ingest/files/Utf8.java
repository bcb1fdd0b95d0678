package io.journeystream.ingest.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Decodes UTF-8; what is none is kept as {@link RawText} has it. */
final class Utf8 {
    private static final int CHUNK = 1 << 16;

    private final InputStream in;
    private final ByteBuffer bytes = ByteBuffer.allocate(CHUNK).flip();
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private boolean ended;

    Utf8(InputStream in) {
        this.in = in;
    }

    /** Fills some of the array, at least one character; -1 at the end. The array must hold some characters. */
    int read(char[] into) throws IOException {
        CharBuffer chars = CharBuffer.wrap(into);
        while (chars.position() == 0) {
            CoderResult result = decoder.decode(bytes, chars, ended);
            if (result.isMalformed()) {
                escape(result.length(), chars);
            } else if (result.isUnderflow() && chars.position() == 0) {
                if (ended) {
                    return -1;
                }
                refill();
            }
        }
        return chars.position();
    }

    private void escape(int length, CharBuffer chars) {
        for (int i = 0; i < length && chars.hasRemaining(); i++) {
            chars.put(RawText.escaped(bytes.get()));
        }
    }

    private void refill() throws IOException {
        bytes.compact();
        int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        if (read < 0) {
            ended = true;
        } else {
            bytes.position(bytes.position() + read);
        }
        bytes.flip();
    }
}
