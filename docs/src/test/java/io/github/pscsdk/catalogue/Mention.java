package io.github.pscsdk.catalogue;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import io.github.pscsdk.diagnostic.Problem;
import java.util.regex.Pattern;

/** How a source file names a problem: by its constant, or in a text by its code or the constant's name. */
final class Mention {
    private final String type;
    private final String constant;
    private final Pattern word;
    private final boolean isImported;

    Mention(CompilationUnitTree unit, Problem problem) {
        type = ((Enum<?>) problem).getDeclaringClass().getSimpleName();
        constant = problem.name();
        word = Pattern.compile("(?<![\\w-])(?:" + problem.code() + "|" + constant + ")(?![\\w-])");
        var imported = Pattern.compile(".*\\b" + type + "\\.(?:" + constant + "|\\*)");
        isImported = unit.getImports().stream()
                .anyMatch(line -> line.isStatic()
                        && imported.matcher(line.getQualifiedIdentifier().toString())
                                .matches());
    }

    boolean in(Tree whole) {
        return Trees.in(whole, MemberSelectTree.class).anyMatch(this::is)
                || isImported && Trees.in(whole, IdentifierTree.class).anyMatch(this::isBare)
                || Trees.in(whole, LiteralTree.class).anyMatch(this::isWritten);
    }

    /** Whether that is the enum of the problem. */
    boolean isOfType(Tree declared) {
        return declared.toString().equals(type);
    }

    private boolean is(MemberSelectTree select) {
        return select.getIdentifier().contentEquals(constant)
                && select.getExpression().toString().equals(type);
    }

    private boolean isBare(IdentifierTree identifier) {
        return identifier.getName().contentEquals(constant);
    }

    private boolean isWritten(LiteralTree literal) {
        return literal.getValue() instanceof String text && word.matcher(text).find();
    }
}
