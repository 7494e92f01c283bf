package dev.footbridge.processor.body;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import org.jspecify.annotations.Nullable;

/**
 * Tells what a method does to others from what it does for itself. It guesses, and rather misses an effect than to warn
 * of what is none: a call whose result is used counts as a question to somebody, not as an order.
 */
final class Effects {

    private static final Pattern CHECK =
            Pattern.compile("(check(?!(In|Out)$)|verify|require|validate|assert|ensure)([A-Z].*)?");
    private static final Pattern LOGGER = Pattern.compile("\\w*Logger|Log|Logging\\w*|PrintStream");
    private static final Set<String> EACH = Set.of("forEach", "forEachOrdered", "ifPresent", "ifPresentOrElse");

    private final Trees trees;
    private final Run run;

    Effects(Trees trees, Run run) {
        this.trees = trees;
        this.run = run;
    }

    /** True if a call whose result nobody takes changes something that outlives the run. */
    boolean isOrder(TreePath path) {
        if (!(path.getLeaf() instanceof MethodInvocationTree call)
                || !(trees.getElement(path) instanceof ExecutableElement method)
                || !(method.getEnclosingElement() instanceof TypeElement owner)) {
            return false;
        }
        String type = owner.getQualifiedName().toString();
        String name = method.getSimpleName().toString();
        boolean isHarmless = type.startsWith("dev.footbridge.call.")
                || type.startsWith("java.util.concurrent.locks.")
                || owner.equals(run.home)
                || CHECK.matcher(name).matches()
                || LOGGER.matcher(owner.getSimpleName()).matches();
        if (isHarmless) {
            return false;
        }
        if (type.startsWith("java.") && EACH.contains(name)) {
            return call.getArguments().stream().anyMatch(action -> isOrderForEach(path, action));
        }
        return !isPrivate(new TreePath(path, call.getMethodSelect()), type);
    }

    /** True if what is assigned to outlives the run. */
    boolean outlives(TreePath variable) {
        return root(variable) == Root.FIELD;
    }

    private boolean isOrderForEach(TreePath path, ExpressionTree action) {
        return action instanceof MemberReferenceTree reference
                && root(new TreePath(new TreePath(path, action), reference.getQualifierExpression())) == Root.FIELD;
    }

    /** True if nobody but this run can see what the call changes. */
    private boolean isPrivate(TreePath select, String type) {
        boolean isOfJava = type.startsWith("java.lang.") || type.startsWith("java.util.");
        return switch (root(select)) {
            case OWN -> true;
            case LOCAL, OTHER -> isOfJava;
            case FIELD -> false;
        };
    }

    /** Follows {@code a.b().c} down to {@code a}. */
    private Root root(TreePath path) {
        boolean passesField = false;
        TreePath at = path;
        for (TreePath next = at; next != null; next = inner(at)) {
            at = next;
            Element element = trees.getElement(at);
            passesField |= element != null && element.getKind() == ElementKind.FIELD;
        }
        Element element = trees.getElement(at);
        if (element != null && isVariable(element)) {
            return isOwn(element) ? Root.OWN : Root.LOCAL;
        }
        return passesField ? Root.FIELD : Root.OTHER;
    }

    private static @Nullable TreePath inner(TreePath path) {
        Tree tree = path.getLeaf();
        Tree inner = null;
        if (tree instanceof MemberSelectTree select) {
            inner = select.getExpression();
        } else if (tree instanceof MethodInvocationTree call) {
            inner = call.getMethodSelect();
        } else if (tree instanceof ArrayAccessTree access) {
            inner = access.getExpression();
        } else if (tree instanceof ParenthesizedTree parentheses) {
            inner = parentheses.getExpression();
        } else if (tree instanceof TypeCastTree cast) {
            inner = cast.getExpression();
        }
        return inner == null ? null : new TreePath(path, inner);
    }

    private static boolean isVariable(Element element) {
        return switch (element.getKind()) {
            case LOCAL_VARIABLE, PARAMETER, RESOURCE_VARIABLE, EXCEPTION_PARAMETER, BINDING_VARIABLE -> true;
            default -> false;
        };
    }

    /** What the run made, is making, or got as its arguments, which are read anew in each run. */
    private boolean isOwn(Element variable) {
        boolean isBuilder = variable.asType() instanceof DeclaredType type
                && type.asElement().getSimpleName().toString().endsWith("Builder");
        return isBuilder
                || run.made.contains(variable)
                || run.served.method().getParameters().contains(variable);
    }

    /** What an expression begins with. */
    private enum Root {
        /** A variable that holds something only this run knows. */
        OWN,
        /** Any other variable of the method. */
        LOCAL,
        /** A field, of an object or a class. */
        FIELD,
        /** A class, a method or a new object. */
        OTHER
    }
}
