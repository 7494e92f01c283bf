package dev.footbridge.processor.body;

import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.footbridge.processor.read.Served;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Waits until javac has analysed a class: before, names in a body may stand for classes that are not written yet. */
final class AnalysedBodies implements BodyChecks, TaskListener {

    private final Trees trees;
    private final Elements elements;
    private final Map<String, Set<String>> questionsByHome = new LinkedHashMap<>();

    private AnalysedBodies(Trees trees, Elements elements) {
        this.trees = trees;
        this.elements = elements;
    }

    static AnalysedBodies in(ProcessingEnvironment environment) {
        AnalysedBodies bodies = new AnalysedBodies(Trees.instance(environment), environment.getElementUtils());
        JavacTask.instance(environment).addTaskListener(bodies);
        return bodies;
    }

    @Override
    public void expect(TypeElement home, Set<String> questions) {
        questionsByHome.put(home.getQualifiedName().toString(), questions);
    }

    /** The compiler analyses a class together with those nested in it. */
    @Override
    public void finished(TaskEvent event) {
        TypeElement analysed = event.getTypeElement();
        if (event.getKind() != TaskEvent.Kind.ANALYZE || analysed == null) {
            return;
        }
        questionsByHome.entrySet().removeIf(expected -> {
            TypeElement home = elements.getTypeElement(expected.getKey());
            boolean isAnalysed = home != null && isWithin(home, analysed);
            if (isAnalysed) {
                verify(home, expected.getValue());
            }
            return isAnalysed;
        });
    }

    private void verify(TypeElement home, Set<String> questions) {
        for (Served served : Served.in(home)) {
            TreePath path = trees.getPath(served.method());
            if (served.takesCall() && path != null) {
                new Flow(trees, new Run(served, home, new Questions(trees, questions))).follow(path);
            }
        }
    }

    private static boolean isWithin(Element inner, Element outer) {
        for (Element scope = inner; scope != null; scope = scope.getEnclosingElement()) {
            if (scope.equals(outer)) {
                return true;
            }
        }
        return false;
    }
}
