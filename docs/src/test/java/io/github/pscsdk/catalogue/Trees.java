package io.github.pscsdk.catalogue;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreeScanner;
import java.util.stream.Stream;

/** Parts of source code. */
final class Trees {
    private Trees() {}

    /** The parts of that kind, what is denied ({@code !} and {@code !=}) left out. */
    static <T extends Tree> Stream<T> in(Tree whole, Class<T> kind) {
        var found = Stream.<T>builder();
        new TreeScanner<Void, Void>() {
            @Override
            public Void scan(Tree part, Void nothing) {
                if (kind.isInstance(part)) {
                    found.add(kind.cast(part));
                }
                return super.scan(part, nothing);
            }

            @Override
            public Void visitUnary(UnaryTree part, Void nothing) {
                return part.getKind() == Tree.Kind.LOGICAL_COMPLEMENT ? null : super.visitUnary(part, nothing);
            }

            @Override
            public Void visitBinary(BinaryTree part, Void nothing) {
                return part.getKind() == Tree.Kind.NOT_EQUAL_TO ? null : super.visitBinary(part, nothing);
            }
        }.scan(whole, null);
        return found.build();
    }
}
