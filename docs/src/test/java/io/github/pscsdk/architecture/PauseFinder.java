package io.github.pscsdk.architecture;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The pauses in one source file: calls that let time pass on purpose, and waits for a latch, a semaphore, or a future that no line of the file ever releases.
 */
final class PauseFinder extends TreeScanner<Void, Void> {
    private static final Pattern SLEEPER =
            Pattern.compile("(.*\\.)?(Thread|TimeUnit(\\.\\w+)?|(NANO|MICRO|MILLI)?SECONDS|MINUTES|HOURS|DAYS)");
    private static final Set<String> PARKS = Set.of("park", "parkNanos", "parkUntil");

    /** The blocking calls of each type that somebody else has to release, and the calls that do so. */
    private static final Map<String, Set<String>> WAITS = Map.of(
            "CountDownLatch", Set.of("await"),
            "Semaphore", Set.of("acquire", "tryAcquire", "acquireUninterruptibly", "tryAcquireUninterruptibly"),
            "CompletableFuture", Set.of("get", "join"),
            "SynchronousQueue", Set.of("poll", "take"));

    private static final Map<String, Set<String>> RELEASES = Map.of(
            "CountDownLatch", Set.of("countDown"),
            "Semaphore", Set.of("release"),
            "CompletableFuture",
                    Set.of(
                            "complete",
                            "completeExceptionally",
                            "completeAsync",
                            "completeOnTimeout",
                            "orTimeout",
                            "cancel"),
            "SynchronousQueue", Set.of("put", "offer", "add"));

    private final Deque<String> types = new ArrayDeque<>();
    private String method = "";
    private final Map<String, String> madeHere = new HashMap<>();
    private final Set<String> released = new HashSet<>();
    private final Map<String, String> waits = new HashMap<>();
    private final Set<String> imported = new HashSet<>();
    private final List<String> pauses = new ArrayList<>();

    private PauseFinder() {}

    /** The methods that pause, such as {@code FragileStore.call}. */
    static List<String> in(CompilationUnitTree unit) {
        var finder = new PauseFinder();
        finder.scan(unit, null);
        finder.waits.forEach((name, place) -> {
            if (finder.madeHere.containsKey(name) && !finder.released.contains(name)) {
                finder.pauses.add(place);
            }
        });
        return finder.pauses.stream().distinct().sorted().toList();
    }

    private String place() {
        return types.getLast() + (method.isEmpty() ? "" : "." + method);
    }

    @Override
    public Void visitImport(ImportTree part, Void nothing) {
        if (part.isStatic()) {
            imported.add(part.getQualifiedIdentifier().toString());
        }
        return super.visitImport(part, nothing);
    }

    @Override
    public Void visitClass(ClassTree part, Void nothing) {
        var outer = method;
        if (!part.getSimpleName().isEmpty()) {
            types.push(part.getSimpleName().toString());
            method = "";
        }
        super.visitClass(part, nothing);
        if (!part.getSimpleName().isEmpty()) {
            types.pop();
        }
        method = outer;
        return null;
    }

    @Override
    public Void visitMethod(MethodTree part, Void nothing) {
        var outer = method;
        method = outer.isEmpty() ? part.getName().toString() : outer;
        super.visitMethod(part, nothing);
        method = outer;
        return null;
    }

    @Override
    public Void visitVariable(VariableTree part, Void nothing) {
        if (part.getInitializer() instanceof NewClassTree made && WAITS.containsKey(typeOf(made)) && !isOpen(made)) {
            madeHere.put(part.getName().toString(), typeOf(made));
        }
        return super.visitVariable(part, nothing);
    }

    /** Whether nobody would wait for it. */
    private static boolean isOpen(NewClassTree made) {
        return typeOf(made).equals("CountDownLatch")
                && made.getArguments().toString().equals("0");
    }

    /** Without whose it is: a latch of a fixture may be released through the fixture. */
    private static String nameOf(Tree part) {
        return part.toString().replaceAll(".*\\.", "");
    }

    private static String typeOf(NewClassTree made) {
        return made.getIdentifier().toString().replaceAll("<.*", "").replaceAll(".*\\.", "");
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
        // Given away: another class may release it.
        call.getArguments().forEach(this::release);
        if (call.getMethodSelect() instanceof MemberSelectTree select) {
            if (isInCommonPool(select, call.getArguments().size())) {
                pauses.add(place());
            }
            look(select.getIdentifier().toString(), select.getExpression());
        } else if (call.getMethodSelect() instanceof IdentifierTree name) {
            lookAtImported(name.getName().toString());
        }
        return super.visitMethodInvocation(call, nothing);
    }

    /** It pauses whoever else needs the one thread of the common pool. */
    private static boolean isInCommonPool(MemberSelectTree called, int arguments) {
        return arguments == 1
                && Set.of("runAsync", "supplyAsync")
                        .contains(called.getIdentifier().toString());
    }

    private void look(String called, ExpressionTree receiver) {
        var of = receiver.toString();
        if (called.equals("sleep") && SLEEPER.matcher(of).matches()
                || PARKS.contains(called) && of.endsWith("LockSupport")
                || called.equals("onSpinWait")
                || called.equals("delayedExecutor")
                || called.equals("timedWait")
                || called.equals("timedJoin")) {
            pauses.add(place());
        }
        if (receiver instanceof NewClassTree made
                && WAITS.getOrDefault(typeOf(made), Set.of()).contains(called)) {
            pauses.add(place());
        }
        var name = nameOf(receiver);
        if (WAITS.values().stream().anyMatch(calls -> calls.contains(called))) {
            waits.putIfAbsent(name, place());
        }
        if (RELEASES.values().stream().anyMatch(calls -> calls.contains(called))) {
            released.add(name);
        }
    }

    private void lookAtImported(String called) {
        if (imported.contains("java.lang.Thread." + called) && called.equals("sleep")
                || imported.contains("java.util.concurrent.locks.LockSupport." + called)) {
            pauses.add(place());
        }
    }

    private void release(ExpressionTree given) {
        if (given instanceof IdentifierTree || given instanceof MemberSelectTree) {
            released.add(nameOf(given));
        }
    }

    @Override
    public Void visitNewClass(NewClassTree made, Void nothing) {
        made.getArguments().forEach(this::release);
        return super.visitNewClass(made, nothing);
    }

    @Override
    public Void visitMemberReference(MemberReferenceTree part, Void nothing) {
        var called = part.getName().toString();
        if (RELEASES.values().stream().anyMatch(calls -> calls.contains(called))) {
            released.add(nameOf(part.getQualifierExpression()));
        }
        if (SLEEPER.matcher(part.getQualifierExpression().toString()).matches() && called.equals("sleep")) {
            pauses.add(place());
        }
        return super.visitMemberReference(part, nothing);
    }
}
