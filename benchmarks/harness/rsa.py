"""Just enough of RSA to sign an access token: a key that lives as long as one run, and RS256."""

import base64
import hashlib
import json
import secrets

EXPONENT = 65537
BITS = 2048
# DigestInfo of SHA-256, RFC 8017 section 9.2.
DIGEST_INFO = bytes.fromhex("3031300d060960864801650304020105000420")
SMALL = [number for number in range(3, 2000, 2) if all(number % other for other in range(3, int(number**0.5) + 1, 2))]


class Key:
    def __init__(self):
        first, second = prime(), prime()
        self.modulus = first * second
        self.private = pow(EXPONENT, -1, (first - 1) * (second - 1))

    def jwks(self):
        key = {"kty": "RSA", "kid": "k1", "alg": "RS256", "use": "sig", "n": encoded(number(self.modulus))}
        return json.dumps({"keys": [{**key, "e": encoded(number(EXPONENT))}]}).encode()

    def token(self, claims):
        head = {"alg": "RS256", "typ": "at+jwt", "kid": "k1"}
        text = ".".join(encoded(json.dumps(part).encode()) for part in (head, claims))
        digest = DIGEST_INFO + hashlib.sha256(text.encode()).digest()
        length = BITS // 8
        padded = b"\x00\x01" + b"\xff" * (length - len(digest) - 3) + b"\x00" + digest
        signature = pow(int.from_bytes(padded, "big"), self.private, self.modulus)
        return f"{text}.{encoded(signature.to_bytes(length, 'big'))}"


def prime():
    """Both highest bits are set, so that the product of two has all bits."""
    while True:
        found = secrets.randbits(BITS // 2) | (3 << (BITS // 2 - 2)) | 1
        if found % EXPONENT != 1 and all(found % small for small in SMALL) and is_probably_prime(found):
            return found


def is_probably_prime(found):
    """Miller and Rabin, twenty times."""
    odd, twos = found - 1, 0
    while odd % 2 == 0:
        odd, twos = odd // 2, twos + 1
    return all(passes(found, odd, twos, secrets.randbelow(found - 3) + 2) for _ in range(20))


def passes(found, odd, twos, witness):
    power = pow(witness, odd, found)
    if power in (1, found - 1):
        return True
    for _ in range(twos - 1):
        power = pow(power, 2, found)
        if power == found - 1:
            return True
    return False


def number(value):
    return value.to_bytes((value.bit_length() + 7) // 8, "big")


def encoded(part):
    return base64.urlsafe_b64encode(part).rstrip(b"=").decode()
