package dev.footbridge.processor.body;

import com.sun.source.tree.Tree;
import dev.footbridge.processor.read.Served;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** One way through a served method and the own methods it calls: what has run, and what has been said about it. */
final class Run {

    final Served served;
    final TypeElement home;
    final Questions questions;
    /** Local variables that hold an object this run made itself: nobody else sees what is done to it. */
    final Set<Element> made = new HashSet<>();

    private final Set<Tree> shown = new HashSet<>();
    private final Set<Tree> everything = new LinkedHashSet<>();
    private Set<Tree> effects = new LinkedHashSet<>();

    Run(Served served, TypeElement home, Questions questions) {
        this.served = served;
        this.home = home;
        this.questions = questions;
    }

    void add(Tree effect) {
        effects.add(effect);
        everything.add(effect);
    }

    /** What may have run when the walk has come to here; a copy. */
    Set<Tree> effects() {
        return new LinkedHashSet<>(effects);
    }

    /** All effects of the walk until now, on whichever way. */
    Set<Tree> everything() {
        return new LinkedHashSet<>(everything);
    }

    /** Goes on from another place. */
    void continueWith(Set<Tree> from) {
        effects = new LinkedHashSet<>(from);
    }

    /** Here another way ends too. */
    void join(Set<Tree> other) {
        effects.addAll(other);
    }

    /** True the first time. */
    boolean isNews(Tree tree) {
        return shown.add(tree);
    }
}
