#!/usr/bin/env bash
# libphonenumber calls a number valid, formats it as E.164, and what comes out is longer than E.164 allows.
#
# Expected: what isValidNumber accepts and format(…, E164) writes fits a column, a pattern or a type for E.164: at most 15 digits
#           (ITU-T E.164 section 6). Its own example numbers in all regions do, at the upper end.
# Happens:  German landline numbers may be prolonged by extensions, and the metadata lets them have 15 digits without the
#           country code: 17 with it. At the other end, the example of an Iranian number has 6.
# Versions: com.googlecode.libphonenumber:libphonenumber 9.0.43, Java 17.
# Source:   found by a fuzzer: an exception out of a type for E.164, for a number that had just been called valid. Related:
#           libphonenumber-js issue 421.
# Seen:     2026-11-30
#> +494322507074: valid, 12 digits
#> +49432250707481234: valid, 17 digits
#> +989601: valid, 6 digits
set -euo pipefail
self=$(realpath "$0") work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat >pom.xml <<'POM'
<project><modelVersion>4.0.0</modelVersion><groupId>x</groupId><artifactId>x</artifactId><version>1</version><dependencies>
  <dependency><groupId>com.googlecode.libphonenumber</groupId><artifactId>libphonenumber</artifactId><version>9.0.43</version></dependency>
</dependencies></project>
POM
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.11.0:copy-dependencies -DoutputDirectory=lib >/dev/null

cat >Main.java <<'JAVA'
import com.google.i18n.phonenumbers.*;
import com.google.i18n.phonenumbers.PhoneNumberUtil.*;

public class Main {
    static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    public static void main(String[] args) throws NumberParseException {
        show(NUMBERS.parse("04322 507074", "DE"));
        show(NUMBERS.parse("04322 507074 81234", "DE"));
        show(NUMBERS.getExampleNumberForType("IR", PhoneNumberType.UAN));
    }

    static void show(Phonenumber.PhoneNumber number) {
        String e164 = NUMBERS.format(number, PhoneNumberFormat.E164);
        System.out.println(e164 + ": " + (NUMBERS.isValidNumber(number) ? "valid" : "invalid") + ", "
                + (e164.length() - 1) + " digits");
    }
}
JAVA
java -cp 'lib/*' Main.java | tee seen
diff <(sed -n 's/^#> //p' "$self") seen
