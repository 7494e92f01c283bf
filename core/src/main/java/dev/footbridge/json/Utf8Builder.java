package dev.footbridge.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Grows an array of UTF-8 bytes. Not thread-safe. */
final class Utf8Builder {

    private static final int FIRST = 1024;

    /** No array is larger everywhere. */
    private static final int LARGEST = Integer.MAX_VALUE - 8;

    private byte[] bytes = new byte[FIRST];
    private int size;

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    @Override
    public String toString() {
        return new String(bytes, 0, size, StandardCharsets.UTF_8);
    }

    /** Makes room for so many bytes, which {@link #put} and {@link #encode} take for granted. */
    void reserve(int more) {
        long wanted = (long) size + more;
        if (wanted > LARGEST) {
            throw new OutOfMemoryError("a JSON text of more than 2 GiB");
        }
        if (wanted > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(LARGEST, Math.max(wanted, bytes.length * 2L)));
        }
    }

    /** Adds an ASCII character, for which there is room. */
    void put(char ascii) {
        bytes[size++] = (byte) ascii;
    }

    /** Adds a character that is not ASCII, for which there is room: four bytes are enough. */
    void encode(int codePoint) {
        if (codePoint < 0x800) {
            bytes[size++] = (byte) (0xC0 | codePoint >> 6);
        } else {
            if (codePoint < 0x10000) {
                bytes[size++] = (byte) (0xE0 | codePoint >> 12);
            } else {
                bytes[size++] = (byte) (0xF0 | codePoint >> 18);
                bytes[size++] = (byte) (0x80 | (codePoint >> 12 & 0x3F));
            }
            bytes[size++] = (byte) (0x80 | (codePoint >> 6 & 0x3F));
        }
        bytes[size++] = (byte) (0x80 | (codePoint & 0x3F));
    }

    /** Adds so many characters of a text, all of them ASCII, for which there is room. */
    @SuppressWarnings("deprecation") // it takes the lower byte of each character, which is the character
    void copy(String text, int length) {
        text.getBytes(0, length, bytes, size);
        size += length;
    }

    /** Adds an ASCII character. */
    void add(char ascii) {
        reserve(1);
        put(ascii);
    }

    /** Adds a text as it is. */
    void add(String text) {
        int length = text.length();
        int ascii = 0;
        while (ascii < length && text.charAt(ascii) < 0x80) {
            ascii++;
        }
        reserve(length);
        copy(text, ascii);
        if (ascii < length) {
            addEncoded(text.substring(ascii).getBytes(StandardCharsets.UTF_8));
        }
    }

    private void addEncoded(byte[] more) {
        reserve(more.length);
        System.arraycopy(more, 0, bytes, size, more.length);
        size += more.length;
    }
}
