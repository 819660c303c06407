package io.github.pscsdk.command.internal.plugin;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The class of a class file and the classes that it uses (JVMS 4.4), without code and annotations. */
record ClassFile(int major, List<String> supertypes, Set<String> uses) {
    private static final int MAGIC = 0xCAFEBABE;
    /** JVMS 4.1: Java 1.0 is 44 or 45, and each release since Java 2 is one more. */
    private static final int MAJOR_OF_JAVA_0 = 44;

    private static final Pattern CLASS_IN_DESCRIPTOR = Pattern.compile("L([^;]+);");

    int java() {
        return major - MAJOR_OF_JAVA_0;
    }

    /** @throws IOException if it is none */
    static ClassFile read(InputStream in) throws IOException {
        var data = new DataInputStream(in);
        if (data.readInt() != MAGIC) {
            throw new IOException("no class file");
        }
        data.readUnsignedShort();
        var major = data.readUnsignedShort();
        var pool = Pool.read(data);
        data.readUnsignedShort();
        data.readUnsignedShort();
        var supertypes = new ArrayList<String>();
        var superclass = data.readUnsignedShort();
        if (superclass != 0) {
            supertypes.add(pool.className(superclass));
        }
        for (var interfaces = data.readUnsignedShort(); interfaces > 0; interfaces--) {
            supertypes.add(pool.className(data.readUnsignedShort()));
        }
        pool.readMembers(data);
        pool.readMembers(data);
        return new ClassFile(major, List.copyOf(supertypes), pool.classes());
    }

    /** The constant pool. */
    private static final class Pool {
        private final String[] texts;
        /** By its index, where the name of a class stands. */
        private final int[] names;

        private final BitSet descriptors = new BitSet();

        private Pool(int size) {
            texts = new String[size];
            names = new int[size];
        }

        static Pool read(DataInputStream data) throws IOException {
            var pool = new Pool(data.readUnsignedShort());
            for (var index = 1; index < pool.texts.length; index++) {
                var tag = data.readUnsignedByte();
                pool.readConstant(tag, index, data);
                if (tag == 5 || tag == 6) {
                    // JVMS 4.4.5: long and double take two places.
                    index++;
                }
            }
            return pool;
        }

        private void readConstant(int tag, int index, DataInputStream data) throws IOException {
            switch (tag) {
                case 1 -> texts[index] = data.readUTF();
                case 7 -> names[index] = data.readUnsignedShort();
                case 12 -> {
                    data.readUnsignedShort();
                    descriptors.set(data.readUnsignedShort());
                }
                case 16 -> descriptors.set(data.readUnsignedShort());
                case 8, 19, 20 -> data.readUnsignedShort();
                case 3, 4, 9, 10, 11, 17, 18 -> data.readInt();
                case 5, 6 -> data.readLong();
                case 15 -> {
                    data.readByte();
                    data.readUnsignedShort();
                }
                default -> throw new IOException("no constant of a class file");
            }
        }

        /** The fields or the methods (JVMS 4.5, 4.6), of which the types count. */
        private void readMembers(DataInputStream data) throws IOException {
            for (var members = data.readUnsignedShort(); members > 0; members--) {
                data.readInt();
                descriptors.set(data.readUnsignedShort());
                for (var attributes = data.readUnsignedShort(); attributes > 0; attributes--) {
                    data.readUnsignedShort();
                    data.skipNBytes(Integer.toUnsignedLong(data.readInt()));
                }
            }
        }

        private String text(int index) throws IOException {
            if (index >= texts.length || texts[index] == null) {
                throw new IOException("a class file that names what it does not hold");
            }
            return texts[index];
        }

        String className(int index) throws IOException {
            if (index >= names.length) {
                throw new IOException("a class file that names what it does not hold");
            }
            return text(names[index]).replace('/', '.');
        }

        Set<String> classes() throws IOException {
            var classes = new TreeSet<String>();
            for (var index = 1; index < names.length; index++) {
                if (names[index] != 0) {
                    var name = text(names[index]);
                    if (name.startsWith("[")) {
                        addAll(name, classes);
                    } else {
                        classes.add(name.replace('/', '.'));
                    }
                }
            }
            for (var index = descriptors.nextSetBit(0); index >= 0; index = descriptors.nextSetBit(index + 1)) {
                addAll(text(index), classes);
            }
            return Set.copyOf(classes);
        }

        private static void addAll(String descriptor, Set<String> classes) {
            CLASS_IN_DESCRIPTOR
                    .matcher(descriptor)
                    .results()
                    .forEach(found -> classes.add(found.group(1).replace('/', '.')));
        }
    }
}
