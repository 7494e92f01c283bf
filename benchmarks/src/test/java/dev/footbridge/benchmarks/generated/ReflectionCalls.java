package dev.footbridge.benchmarks.generated;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.IncompatibleThreadStateException;
import com.sun.jdi.Method;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.StackFrame;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import com.sun.jdi.connect.LaunchingConnector;
import com.sun.jdi.connect.VMStartException;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.event.VMDisconnectEvent;
import com.sun.jdi.request.BreakpointRequest;
import com.sun.jdi.request.EventRequest;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Who looked up or called a method, a constructor or a class by reflection, from the start of one server to its end: a
 * debugger waits at the doors of reflection. The JDK itself calls some, such as {@code values} of an enum.
 *
 * @param callers the class behind each call, those of reflection itself left out
 * @param answer what the server answered
 */
record ReflectionCalls(List<String> callers, String answer) {

    private static final Map<String, List<String>> DOORS = Map.of(
            "java.lang.reflect.Method", List.of("invoke"),
            "java.lang.reflect.Constructor", List.of("newInstance"),
            "java.lang.reflect.Field", List.of("get", "set"),
            "java.lang.Class",
                    List.of(
                            "forName",
                            "getMethod",
                            "getMethods",
                            "getDeclaredMethod",
                            "getDeclaredMethods",
                            "getDeclaredConstructor",
                            "getDeclaredConstructors",
                            "getConstructors",
                            "getDeclaredFields",
                            "getRecordComponents"));

    /** Starts the server under a debugger, calls one tool, and ends it. */
    static ReflectionCalls of(GeneratedServer server, String tool)
            throws IOException, InterruptedException, IllegalConnectorArgumentsException, VMStartException,
                    IncompatibleThreadStateException {
        VirtualMachine machine = launched(server);
        Process process = machine.process();
        DOORS.forEach((type, names) -> machine.classesByName(type).forEach(door -> guard(door, names)));
        try (OutputStream in = process.getOutputStream()) {
            in.write(LoadedClasses.call(tool).getBytes(StandardCharsets.UTF_8));
        }
        List<String> callers = watch(machine);
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new ReflectionCalls(callers, answer);
    }

    /** Calls by Footbridge, by what it generates, or by the author. */
    List<String> byTheHouse() {
        return callers.stream()
                .filter(name -> name.startsWith("dev.footbridge.") || name.startsWith("generated."))
                .toList();
    }

    private static VirtualMachine launched(GeneratedServer server)
            throws IOException, IllegalConnectorArgumentsException, VMStartException {
        LaunchingConnector connector = Bootstrap.virtualMachineManager().defaultConnector();
        Map<String, Connector.Argument> arguments = connector.defaultArguments();
        String path = server.jar() + File.pathSeparator + System.getProperty("java.class.path");
        arguments.get("options").setValue("-cp \"" + path + "\"");
        arguments.get("main").setValue(ToolSources.MAIN);
        return connector.launch(arguments);
    }

    private static void guard(ReferenceType type, List<String> names) {
        for (Method method : type.methods()) {
            if (names.contains(method.name()) && method.location() != null && !method.isNative()) {
                BreakpointRequest stop =
                        type.virtualMachine().eventRequestManager().createBreakpointRequest(method.location());
                stop.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
                stop.enable();
            }
        }
    }

    private static List<String> watch(VirtualMachine machine)
            throws InterruptedException, IncompatibleThreadStateException {
        List<String> callers = new ArrayList<>();
        boolean running = true;
        machine.resume();
        while (running) {
            EventSet events = machine.eventQueue().remove();
            for (Event event : events) {
                if (event instanceof BreakpointEvent stopped) {
                    callers.add(caller(stopped));
                }
                running &= !(event instanceof VMDisconnectEvent);
            }
            resume(events);
        }
        return List.copyOf(callers);
    }

    private static void resume(EventSet events) {
        try {
            events.resume();
        } catch (VMDisconnectedException ended) {
            // the last event is that it has ended, and there is nothing to resume
        }
    }

    private static String caller(BreakpointEvent stopped) throws IncompatibleThreadStateException {
        for (StackFrame frame : stopped.thread().frames()) {
            String name = frame.location().declaringType().name();
            if (!name.equals("java.lang.Class") && !name.startsWith("java.lang.reflect.")) {
                return name;
            }
        }
        return "nobody";
    }
}
