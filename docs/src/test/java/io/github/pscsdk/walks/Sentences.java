package io.github.pscsdk.walks;

import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;

/** The first sentences of Javadoc comments, as the JDK's compiler reads them; nothing is compiled. */
final class Sentences {
    private Sentences() {}

    /** By the full name of each top-level type in these files, as Markdown; those without a sentence are missing. */
    static Map<String, String> in(Collection<Path> files) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var reader = compiler.getStandardFileManager(null, null, null)) {
            var sources = reader.getJavaFileObjectsFromPaths(files);
            var task = (JavacTask) compiler.getTask(null, reader, null, List.of("-proc:none"), null, sources);
            var trees = DocTrees.instance(task);
            var sentences = new HashMap<String, String>();
            for (var unit : task.parse()) {
                for (var type : unit.getTypeDecls()) {
                    if (type instanceof ClassTree named) {
                        var sentence = sentence(trees, unit, named);
                        if (!sentence.isEmpty()) {
                            sentences.put(unit.getPackageName() + "." + named.getSimpleName(), sentence);
                        }
                    }
                }
            }
            return sentences;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sentence(DocTrees trees, CompilationUnitTree unit, ClassTree type) {
        var comment = trees.getDocCommentTree(new TreePath(new TreePath(unit), type));
        return comment == null ? "" : markdown(comment.getFirstSentence());
    }

    private static String markdown(List<? extends DocTree> parts) {
        return parts.stream()
                .map(Sentences::markdown)
                .collect(Collectors.joining())
                .strip()
                .replaceAll("\\s+", " ");
    }

    private static String markdown(DocTree part) {
        if (part instanceof LinkTree link) {
            var label = link.getLabel().isEmpty()
                    ? link.getReference().getSignature().replaceFirst("^#", "").replace('#', '.')
                    : link.getLabel().stream().map(DocTree::toString).collect(Collectors.joining());
            return link.getKind() == DocTree.Kind.LINK ? "`" + label + "`" : label;
        }
        if (part instanceof LiteralTree literal) {
            var text = literal.getBody().getBody();
            return literal.getKind() == DocTree.Kind.CODE ? "`" + text + "`" : text;
        }
        return part.toString();
    }
}
