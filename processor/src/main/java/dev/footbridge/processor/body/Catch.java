package dev.footbridge.processor.body;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnionTypeTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** One {@code catch} after a block in which the user is asked. */
final class Catch {

    private static final Set<String> WIDE = Set.of(
            "dev.footbridge.call.InputAwaited",
            "java.lang.RuntimeException",
            "java.lang.Exception",
            "java.lang.Throwable");

    private final Trees trees;
    private final TreePath path;
    private final CatchTree tree;

    /** @param path of the {@code catch} */
    Catch(Trees trees, TreePath path) {
        this.trees = trees;
        this.path = path;
        this.tree = (CatchTree) path.getLeaf();
    }

    Tree parameter() {
        return tree.getParameter();
    }

    /** True if it takes what leaves a method that asks. */
    boolean isWide() {
        TreePath parameter = new TreePath(path, tree.getParameter());
        Tree type = tree.getParameter().getType();
        TreePath at = new TreePath(parameter, type);
        List<? extends Tree> types = type instanceof UnionTypeTree union ? union.getTypeAlternatives() : List.of(type);
        return types.stream()
                .map(one -> one == type ? at : new TreePath(at, one))
                .anyMatch(one -> trees.getElement(one) instanceof TypeElement caught
                        && WIDE.contains(caught.getQualifiedName().toString()));
    }

    /** True if it throws on, in any case or in some, what it caught. */
    boolean throwsOn() {
        Name caught = tree.getParameter().getName();
        Boolean found = new TreeScanner<Boolean, @Nullable Void>() {
            @Override
            public Boolean visitThrow(ThrowTree thrown, @Nullable Void nothing) {
                return thrown.getExpression() instanceof IdentifierTree name
                        && name.getName().equals(caught);
            }

            @Override
            public Boolean reduce(@Nullable Boolean one, @Nullable Boolean other) {
                return Boolean.TRUE.equals(one) || Boolean.TRUE.equals(other);
            }
        }.scan(tree.getBlock(), null);
        return Boolean.TRUE.equals(found);
    }
}
