package dev.footbridge.local.command;

import dev.footbridge.local.deploy.FunctionPackage;
import dev.footbridge.local.deploy.Parameters;
import dev.footbridge.local.deploy.Remark;
import java.io.IOException;
import java.util.List;

/** A cloud to deploy to, as {@code deploy} sees it. It is asked nothing. */
interface Cloud {

    /** The commands that really deploy, in short. */
    String deploysBy();

    /** What the template takes. */
    Parameters parameters() throws CommandFailure;

    /**
     * What is there and what is missing.
     *
     * @param pairs each {@code NAME=VALUE}
     */
    List<Remark> remarks(List<String> pairs) throws IOException, CommandFailure;

    /**
     * What to type, line by line.
     *
     * @param pairs each {@code NAME=VALUE}
     */
    List<String> commands(List<String> pairs) throws CommandFailure;

    /** What is deployed, and its name. */
    NamedPackage contents() throws CommandFailure;

    /**
     * A package.
     *
     * @param name as people know it
     * @param reasons name of the list of why each library is in it
     */
    record NamedPackage(String name, FunctionPackage content, String reasons) {}
}
