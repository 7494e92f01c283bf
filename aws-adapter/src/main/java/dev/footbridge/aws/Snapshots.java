package dev.footbridge.aws;

import dev.footbridge.aws.runtime.RuntimeLoop;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/** Hooks around a snapshot, for the managed runtime, which calls them by way of CRaC. Loaded under SnapStart only. */
final class Snapshots implements Resource {

    private final RuntimeLoop.Hooks hooks;

    private Snapshots(RuntimeLoop.Hooks hooks) {
        this.hooks = hooks;
    }

    /** @return what the caller has to keep: the registry's own reference is weak */
    static Object register(RuntimeLoop.Hooks hooks) {
        Snapshots resource = new Snapshots(hooks);
        Core.getGlobalContext().register(resource);
        return resource;
    }

    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) throws Exception {
        hooks.beforeSnapshot();
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) throws Exception {
        hooks.afterRestore();
    }
}
