"""What a function URL hands to a function for one tools/call, and how the answer is read."""

import json

from harness import wire

HOST = "abcdefghijklmnopqrstuvwxyz012345.lambda-url.eu-central-1.on.aws"
IAM = {
    "accessKey": "ASIAEXAMPLEEXAMPLE00",
    "accountId": "123456789012",
    "callerId": "AROAEXAMPLE:agent",
    "cognitoIdentity": None,
    "principalOrgId": None,
    "userArn": "arn:aws:sts::123456789012:assumed-role/caller/agent",
    "userId": "AROAEXAMPLE:agent",
}


def of(era, tool, arguments, token=None):
    """Payload 2.0; a caller with a token is nobody to the front door, one without has signed."""
    request = wire.call(era, tool, arguments)
    headers = {"host": HOST, "user-agent": "cold-start/1", "x-forwarded-for": "203.0.113.7", "x-forwarded-proto": "https"}
    headers.update({name.lower(): value for name, value in wire.headers(era, request).items()})
    if token is not None:
        headers["authorization"] = f"Bearer {token}"
    context = {
        "accountId": "anonymous" if token else IAM["accountId"],
        "apiId": HOST.split(".", 1)[0],
        "domainName": HOST,
        "domainPrefix": HOST.split(".", 1)[0],
        "http": {
            "method": "POST",
            "path": "/mcp",
            "protocol": "HTTP/1.1",
            "sourceIp": "203.0.113.7",
            "userAgent": "cold-start/1",
        },
        "requestId": "5f0d1a8e-7c1f-4f5e-9d5b-0a1b2c3d4e5f",
        "routeKey": "$default",
        "stage": "$default",
        "time": "27/Nov/2026:04:00:00 +0000",
        "timeEpoch": 1795752000000,
    }
    if token is None:
        context["authorizer"] = {"iam": IAM}
    event = {
        "version": "2.0",
        "routeKey": "$default",
        "rawPath": "/mcp",
        "rawQueryString": "",
        "headers": headers,
        "requestContext": context,
        "body": wire.compact(request).decode(),
        "isBase64Encoded": False,
    }
    return wire.compact(event)


def check(answer, expected, is_mcp):
    """Raises WrongAnswer unless the status is 200 and the result has the expected words in it."""
    response = json.loads(answer)
    body = response.get("body", "")
    if response.get("statusCode") != 200 or not (is_mcp or expected in body):
        raise wire.WrongAnswer(answer.decode("utf-8", "replace")[:800])
    if is_mcp:
        kind = response.get("headers", {}).get("content-type", "")
        wire.check(wire.event_data(body.encode()) if "event-stream" in kind else body.encode(), expected)
