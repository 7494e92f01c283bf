"""What must hold of the template that is left, whatever the values."""

from rendering import references


def broken(whole, values):
    """The facts that do not hold, in words."""
    door = values["FrontDoor"]
    facts = one_door(whole, door) | agreement(whole, values) | openness(whole, door) | domain(whole, values)
    facts |= privileges(whole)
    return [words for words, holds in facts.items() if not holds]


def of_type(whole, kind):
    return [entry.get("Properties", {}) for entry in whole["Resources"].values() if entry["Type"] == kind]


def variables(whole):
    return of_type(whole, "AWS::Lambda::Function")[0]["Environment"]["Variables"]


def paths(whole):
    return of_type(whole, "AWS::ApiGateway::RestApi")[0]["Body"]["paths"]


def one_door(whole, door):
    doors = {
        "function_url": len(of_type(whole, "AWS::Lambda::Url")),
        "http_api": len(of_type(whole, "AWS::ApiGatewayV2::Api")),
        "rest_api": len(of_type(whole, "AWS::ApiGateway::RestApi")),
    }
    said = variables(whole)["FOOTBRIDGE_FRONT_DOOR"]
    return {
        "there is one front door": sum(doors.values()) == 1,
        "the function is told which": doors.get(said) == 1 and said.replace("_", "-") in door,
    }


def agreement(whole, values):
    """One switch: the door and the function stream, or neither does."""
    streams = values["InvokeMode"] == "streaming"
    said = variables(whole)
    function = of_type(whole, "AWS::Lambda::Function")[0]
    runtime = function["Runtime"]
    snapshot = function.get("SnapStart", {}).get("ApplyOn") == "PublishedVersions"
    facts = {
        "the function is told whether to stream": said["FOOTBRIDGE_INVOKE_MODE"] == values["InvokeMode"],
        "the runtime's client is started, or what stands in its place": said.get("AWS_LAMBDA_EXEC_WRAPPER") == wrapper(values),
        "the runtime has its own Java, or none": (runtime.startswith("provided")) == (values["StartUp"] == "custom"),
        "a snapshot is for nothing that starts with an archive": snapshot == (values["StartUp"] == "snapstart"),
        "the function always checks": said["FOOTBRIDGE_AUTH"] in ("iam", "jwt", "settings"),
    }
    for url in of_type(whole, "AWS::Lambda::Url"):
        facts["the URL streams, or not"] = (url["InvokeMode"] == "RESPONSE_STREAM") == streams
    if of_type(whole, "AWS::ApiGateway::RestApi"):
        for path, methods in paths(whole).items():
            for call in methods.values():
                integration = call["x-amazon-apigateway-integration"]
                facts[f"the REST API streams {path}, or not"] = (
                    ("response-streaming-invocations" in str(integration["uri"])) == streams
                    and (integration["responseTransferMode"] == "STREAM") == streams
                )
    return facts


def wrapper(values):
    """What AWS_LAMBDA_EXEC_WRAPPER has to name: the script that streams, the one that uses the archive, or nothing."""
    if values["StartUp"] == "custom":
        return None
    if values["StartUp"] == "archived":
        return "/var/task/archived.sh"
    return "/var/task/stream.sh" if values["InvokeMode"] == "streaming" else None


def openness(whole, door):
    """Only the door that has to be open is, and the metadata of OAuth is found without a credential."""
    everybody = [each for each in of_type(whole, "AWS::Lambda::Permission") if each["Principal"] == "*"]
    facts = {
        "two permissions for everybody, for one door": len(everybody) == (2 if door == "function-url-oauth" else 0),
        "everybody comes by the URL": all(
            each.get("InvokedViaFunctionUrl") or each.get("FunctionUrlAuthType") == "NONE" for each in everybody
        ),
    }
    metadata = "/.well-known/oauth-protected-resource"
    if door == "http-api-jwt":
        routes = {each["RouteKey"]: each["AuthorizationType"] for each in of_type(whole, "AWS::ApiGatewayV2::Route")}
        facts["the endpoint asks for a token"] = routes["ANY /mcp"] == "JWT"
        facts["the metadata does not"] = {routes[f"ANY {metadata}"], routes[f"ANY {metadata}/{{proxy+}}"]} == {"NONE"}
        facts["nothing else is open"] = sorted(routes.values()) == ["JWT", "NONE", "NONE", "NONE"]
    if door.startswith("rest-api"):
        call = paths(whole)["/mcp"]["x-amazon-apigateway-any-method"]
        signed = any("signature" in each for each in call.get("security", []))
        asked = any(each["name"] == "Authorization" and each["required"] for each in call.get("parameters", []))
        facts["the endpoint asks for a signature"] = signed == (door == "rest-api-iam")
        facts["the endpoint asks for a credential"] = signed or asked
        facts["the metadata has no stage before it"] = signed or bool(of_type(whole, "AWS::ApiGatewayV2::DomainName"))
        whole_path = "x-amazon-apigateway-any-method"
        open_paths = {metadata: whole_path, f"{metadata}/{{proxy+}}": whole_path, "/mcp": "options"}
        facts["what is open is open"] = all("security" not in paths(whole)[path][verb] for path, verb in open_paths.items())
    return facts


def domain(whole, values):
    """Who has a domain has no other address, with a client certificate or without."""
    wanted = bool(values["DomainName"])
    domains = of_type(whole, "AWS::ApiGatewayV2::DomainName")
    closed = [each["DisableExecuteApiEndpoint"] for each in of_type(whole, "AWS::ApiGatewayV2::Api")]
    closed += [
        each["Body"]["x-amazon-apigateway-endpoint-configuration"]["disableExecuteApiEndpoint"]
        for each in of_type(whole, "AWS::ApiGateway::RestApi")
    ]
    return {
        "a domain is there if asked for": len(domains) == int(wanted),
        "the other address is closed then": all(each is wanted for each in closed),
        "client certificates are asked for": all(
            ("MutualTlsAuthentication" in each) == bool(values["TruststoreUri"]) for each in domains
        ),
        "the API is at the domain": len(of_type(whole, "AWS::ApiGatewayV2::ApiMapping")) == int(wanted),
    }


def privileges(whole):
    statements = [
        statement
        for role in of_type(whole, "AWS::IAM::Role")
        for policy in role["Policies"]
        for statement in policy["PolicyDocument"]["Statement"]
    ]
    lists = [[each["Action"]] if isinstance(each["Action"], str) else each["Action"] for each in statements]
    actions = [action for each in lists for action in each]
    return {
        "no role may do everything of a kind": not any("*" in each for each in actions),
        "only traces go anywhere": all(each["Sid"] == "Trace" for each in statements if each["Resource"] == "*"),
        "outputs show no secret": "Fn::GetAtt" not in str(whole["Outputs"].get("SealingKeysArn"))
        and "SealingKeys" not in set().union(*(references(e) for n, e in whole["Outputs"].items() if n != "SealingKeysArn")),
        "no variable is a secret": "resolve:secretsmanager" not in str(whole),
    }
