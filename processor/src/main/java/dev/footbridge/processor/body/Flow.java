package dev.footbridge.processor.body;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.footbridge.processor.read.Reports;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * Follows one method and the methods of the same class that it calls, but not what those call. A lambda is followed
 * where it is passed on, as if it ran there; one that is kept for later is not.
 */
final class Flow extends Ways {

    private final Trees trees;
    private final Effects effects;
    private final boolean isServed;

    Flow(Trees trees, Run run) {
        this(trees, run, true);
    }

    private Flow(Trees trees, Run run, boolean isServed) {
        super(run);
        this.trees = trees;
        this.effects = new Effects(trees, run);
        this.isServed = isServed;
    }

    /** @param method the path of its tree */
    void follow(TreePath method) {
        Tree body = ((MethodTree) method.getLeaf()).getBody();
        if (body != null) {
            walkToEnd(() -> scan(new TreePath(method, body), null));
        }
    }

    @Override
    int questions() {
        return run.questions.count();
    }

    /** Of several handlers only the first that fits runs. */
    @Override
    void verifyCatches(TryTree tree) {
        Optional<Catch> first = tree.getCatches().stream()
                .map(one -> new Catch(trees, new TreePath(getCurrentPath(), one)))
                .filter(Catch::isWide)
                .findFirst();
        if (first.isPresent() && !first.get().throwsOn()) {
            warn(
                    first.get().parameter(),
                    "with modern clients a question leaves the method by InputAwaited, which is caught here: throw it"
                            + " on, or catch something narrower");
        }
    }

    @Override
    public @Nullable Void visitVariable(VariableTree tree, @Nullable Void nothing) {
        super.visitVariable(tree, nothing);
        ExpressionTree value = tree.getInitializer();
        if (value instanceof NewClassTree || value instanceof NewArrayTree) {
            run.made.add(trees.getElement(getCurrentPath()));
        }
        return null;
    }

    @Override
    public @Nullable Void visitExpressionStatement(ExpressionStatementTree tree, @Nullable Void nothing) {
        super.visitExpressionStatement(tree, nothing);
        discard(tree.getExpression());
        return null;
    }

    @Override
    public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void nothing) {
        super.visitAssignment(tree, nothing);
        return change(tree, tree.getVariable());
    }

    @Override
    public @Nullable Void visitCompoundAssignment(CompoundAssignmentTree tree, @Nullable Void nothing) {
        super.visitCompoundAssignment(tree, nothing);
        return change(tree, tree.getVariable());
    }

    @Override
    public @Nullable Void visitUnary(UnaryTree tree, @Nullable Void nothing) {
        super.visitUnary(tree, nothing);
        boolean changes = Set.of(
                        Tree.Kind.PREFIX_INCREMENT,
                        Tree.Kind.PREFIX_DECREMENT,
                        Tree.Kind.POSTFIX_INCREMENT,
                        Tree.Kind.POSTFIX_DECREMENT)
                .contains(tree.getKind());
        return changes ? change(tree, tree.getExpression()) : null;
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void nothing) {
        super.visitMethodInvocation(tree, nothing);
        if (trees.getElement(getCurrentPath()) instanceof ExecutableElement method) {
            if (Questions.isQuestion(method)) {
                ask(tree);
            } else if (isServed && run.home.equals(method.getEnclosingElement())) {
                TreePath path = trees.getPath(method);
                if (path != null) {
                    new Flow(trees, run, false).follow(path);
                }
            }
        }
        return null;
    }

    @Override
    public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void nothing) {
        TreePath parent = getCurrentPath().getParentPath();
        boolean isPassedOn = parent.getLeaf() instanceof MethodInvocationTree
                && trees.getElement(parent) instanceof ExecutableElement method
                && !method.getSimpleName().contentEquals("onCancel");
        if (isPassedOn) {
            Set<Tree> before = run.effects();
            walkToEnd(() -> {
                scan(tree.getBody(), nothing);
                if (tree.getBody() instanceof ExpressionTree expression && givesNothing(tree)) {
                    discard(expression);
                }
            });
            run.join(before);
        }
        return null;
    }

    private void ask(MethodInvocationTree tree) {
        run.questions.add(getCurrentPath()).ifPresent(mistake -> show(Diagnostic.Kind.ERROR, tree, mistake));
        if (run.served.isReadOnly()) {
            return;
        }
        String answer = run.questions
                .key(getCurrentPath())
                .map(key -> "the answer to \"" + key + "\"")
                .orElse("the answer");
        for (Tree effect : run.effects()) {
            warn(
                    effect,
                    "this runs again when " + answer + " is here, because with modern clients the method starts from"
                            + " the top then: ask first, or make it repeatable");
        }
    }

    private void discard(ExpressionTree expression) {
        if (effects.isOrder(new TreePath(getCurrentPath(), expression))) {
            run.add(expression);
        }
    }

    private @Nullable Void change(ExpressionTree tree, ExpressionTree variable) {
        if (effects.outlives(new TreePath(getCurrentPath(), variable))) {
            run.add(tree);
        }
        return null;
    }

    private void warn(Tree tree, String message) {
        Element method = trees.getElement(methodPath(getCurrentPath()));
        if (!Reports.isSilent(run.served.method()) && !Reports.isSilent(method)) {
            show(Diagnostic.Kind.WARNING, tree, message);
        }
    }

    private void show(Diagnostic.Kind kind, Tree tree, String message) {
        if (run.isNews(tree)) {
            trees.printMessage(kind, message, tree, getCurrentPath().getCompilationUnit());
        }
    }

    private static TreePath methodPath(TreePath path) {
        TreePath at = path;
        while (!(at.getLeaf() instanceof MethodTree)) {
            at = at.getParentPath();
        }
        return at;
    }

    /** True if whoever runs the lambda gets no value from it. */
    private boolean givesNothing(LambdaExpressionTree tree) {
        return trees.getTypeMirror(getCurrentPath()) instanceof DeclaredType type
                && type.asElement() instanceof TypeElement element
                && ElementFilter.methodsIn(element.getEnclosedElements()).stream()
                        .filter(method -> method.getModifiers().contains(Modifier.ABSTRACT))
                        .allMatch(method -> method.getReturnType().getKind() == TypeKind.VOID);
    }
}
