package dev.footbridge.processor.body;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** The questions of one method: what they ask for, and under which keys. */
final class Questions {

    private static final Set<String> ASKING = Set.of("ask", "askAll", "confirm");

    private final Trees trees;
    private final Set<String> known;
    private final Map<String, String> byKey = new HashMap<>();
    private int count;

    /** @param known the qualified names of the records that may be asked for */
    Questions(Trees trees, Set<String> known) {
        this.trees = trees;
        this.known = known;
    }

    static boolean isQuestion(ExecutableElement method) {
        return method.getEnclosingElement() instanceof TypeElement owner
                && owner.getQualifiedName().contentEquals("dev.footbridge.call.Call")
                && ASKING.contains(method.getSimpleName().toString());
    }

    /** How many were found until now. */
    int count() {
        return count;
    }

    /** Takes note of a question, and gives what is wrong with it. */
    Optional<String> add(TreePath path) {
        count++;
        MethodInvocationTree asking = (MethodInvocationTree) path.getLeaf();
        Optional<String> unknown = unknown(path, asking.getArguments());
        return unknown.isPresent() ? unknown : taken(path, asking);
    }

    /** The key, if it is the same in every run; otherwise empty. */
    Optional<String> key(TreePath path) {
        MethodInvocationTree asking = (MethodInvocationTree) path.getLeaf();
        if (asking.getArguments().size() < 2) {
            return Optional.empty();
        }
        ExpressionTree key = asking.getArguments().get(0);
        Object value = key instanceof LiteralTree literal
                ? literal.getValue()
                : trees.getElement(new TreePath(path, key)) instanceof VariableElement constant
                        ? constant.getConstantValue()
                        : null;
        return value instanceof String text ? Optional.of(text) : Optional.empty();
    }

    private Optional<String> unknown(TreePath path, List<? extends ExpressionTree> arguments) {
        boolean asksForRecord = arguments.size() == 3;
        if (!asksForRecord
                || !(trees.getTypeMirror(new TreePath(path, arguments.get(1))) instanceof DeclaredType form)) {
            return Optional.empty();
        }
        TypeMirror record = form.getTypeArguments().isEmpty()
                ? form
                : form.getTypeArguments().get(0);
        boolean isKnown = !(record instanceof DeclaredType declared)
                || known.contains(
                        ((TypeElement) declared.asElement()).getQualifiedName().toString());
        return isKnown
                ? Optional.empty()
                : Optional.of(notOne(((DeclaredType) record).asElement().getSimpleName()));
    }

    private static String notOne(CharSequence record) {
        return record + " is no question of this class: mark it @Question, and nest it here or name it in"
                + " @McpTools(asks = " + record + ".class)";
    }

    private Optional<String> taken(TreePath path, MethodInvocationTree asking) {
        String question = asking.getArguments().stream()
                .skip(1)
                .map(Object::toString)
                .collect(Collectors.joining(
                        ", ", ((ExecutableElement) trees.getElement(path)).getSimpleName() + " ", ""));
        return key(path)
                .filter(key -> !question.equals(byKey.merge(key, question, (first, second) -> first)))
                .map(key -> "another question has the key \"" + key
                        + "\" already: answers are kept by key, so this one would get the answer of the other");
    }
}
