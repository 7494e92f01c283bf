package dev.footbridge.processor.body;

import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Walks through a body in the order in which it runs, and keeps in a {@link Run} what may have run before the place
 * where the walk is. Jumps to labels are taken for jumps out of the innermost loop.
 */
abstract class Ways extends TreePathScanner<@Nullable Void, @Nullable Void> {

    final Run run;
    private Set<Tree> jumps = new LinkedHashSet<>();
    private Set<Tree> returns = new LinkedHashSet<>();

    Ways(Run run) {
        this.run = run;
    }

    /** Walks through something that ends by itself or by {@code return}, and goes on after it. */
    final void walkToEnd(Runnable walk) {
        Set<Tree> outer = returns;
        returns = new LinkedHashSet<>();
        walk.run();
        run.join(returns);
        returns = outer;
    }

    /** Looks at the handlers of a block that asks. */
    abstract void verifyCatches(TryTree tree);

    /** How many questions the walk has met. */
    abstract int questions();

    @Override
    public @Nullable Void visitIf(IfTree tree, @Nullable Void nothing) {
        scan(tree.getCondition(), nothing);
        return either(tree.getThenStatement(), tree.getElseStatement());
    }

    @Override
    public @Nullable Void visitConditionalExpression(ConditionalExpressionTree tree, @Nullable Void nothing) {
        scan(tree.getCondition(), nothing);
        return either(tree.getTrueExpression(), tree.getFalseExpression());
    }

    @Override
    public @Nullable Void visitWhileLoop(WhileLoopTree tree, @Nullable Void nothing) {
        return loop(List.of(tree.getCondition(), tree.getStatement()));
    }

    @Override
    public @Nullable Void visitDoWhileLoop(DoWhileLoopTree tree, @Nullable Void nothing) {
        return loop(List.of(tree.getStatement(), tree.getCondition()));
    }

    @Override
    public @Nullable Void visitForLoop(ForLoopTree tree, @Nullable Void nothing) {
        scan(tree.getInitializer(), nothing);
        List<Tree> parts = new ArrayList<>();
        if (tree.getCondition() != null) {
            parts.add(tree.getCondition());
        }
        parts.add(tree.getStatement());
        parts.addAll(tree.getUpdate());
        return loop(parts);
    }

    @Override
    public @Nullable Void visitEnhancedForLoop(EnhancedForLoopTree tree, @Nullable Void nothing) {
        scan(tree.getExpression(), nothing);
        return loop(List.of(tree.getVariable(), tree.getStatement()));
    }

    @Override
    public @Nullable Void visitSwitch(SwitchTree tree, @Nullable Void nothing) {
        scan(tree.getExpression(), nothing);
        return cases(tree.getCases());
    }

    @Override
    public @Nullable Void visitSwitchExpression(SwitchExpressionTree tree, @Nullable Void nothing) {
        scan(tree.getExpression(), nothing);
        return cases(tree.getCases());
    }

    /** Everything in the block may have run when something is caught, or nothing. */
    @Override
    public @Nullable Void visitTry(TryTree tree, @Nullable Void nothing) {
        Set<Tree> known = run.everything();
        Set<Tree> caught = run.effects();
        int asked = questions();
        scan(tree.getResources(), nothing);
        scan(tree.getBlock(), nothing);
        Set<Tree> after = run.effects();
        Set<Tree> news = run.everything();
        news.removeAll(known);
        caught.addAll(news);
        caught.addAll(after);
        if (questions() > asked) {
            verifyCatches(tree);
        }
        for (CatchTree handler : tree.getCatches()) {
            run.continueWith(caught);
            scan(handler, nothing);
            after.addAll(run.effects());
        }
        run.continueWith(after);
        return scan(tree.getFinallyBlock(), nothing);
    }

    @Override
    public @Nullable Void visitReturn(ReturnTree tree, @Nullable Void nothing) {
        super.visitReturn(tree, nothing);
        returns.addAll(run.effects());
        return leave();
    }

    @Override
    public @Nullable Void visitThrow(ThrowTree tree, @Nullable Void nothing) {
        super.visitThrow(tree, nothing);
        return leave();
    }

    @Override
    public @Nullable Void visitBreak(BreakTree tree, @Nullable Void nothing) {
        return jump();
    }

    @Override
    public @Nullable Void visitContinue(ContinueTree tree, @Nullable Void nothing) {
        return jump();
    }

    @Override
    public @Nullable Void visitYield(YieldTree tree, @Nullable Void nothing) {
        super.visitYield(tree, nothing);
        return jump();
    }

    /** Classes in a body run when they are called, and nobody knows when that is. */
    @Override
    public @Nullable Void visitClass(ClassTree tree, @Nullable Void nothing) {
        return null;
    }

    private @Nullable Void either(Tree one, @Nullable Tree other) {
        Set<Tree> before = run.effects();
        scan(one, null);
        Set<Tree> after = run.effects();
        run.continueWith(before);
        scan(other, null);
        run.join(after);
        return null;
    }

    /** Twice, because what ends one turn comes before what begins the next. */
    private @Nullable Void loop(List<? extends Tree> parts) {
        Set<Tree> outer = jumps;
        jumps = run.effects();
        for (int turn = 0; turn < 2; turn++) {
            scan(parts, null);
            run.join(jumps);
        }
        jumps = outer;
        return null;
    }

    private @Nullable Void cases(List<? extends CaseTree> cases) {
        Set<Tree> outer = jumps;
        Set<Tree> before = run.effects();
        jumps = run.effects();
        for (CaseTree one : cases) {
            run.join(before);
            scan(one, null);
            if (one.getCaseKind() == CaseTree.CaseKind.RULE) {
                jump();
            }
        }
        run.join(jumps);
        jumps = outer;
        return null;
    }

    private @Nullable Void jump() {
        jumps.addAll(run.effects());
        return leave();
    }

    private @Nullable Void leave() {
        run.continueWith(Set.of());
        return null;
    }
}
