internal import PolicyKit
internal import Testing

/// `name=value` lines in, what was found out: kind, and the bytes between « ».
struct CredentialTests {
  private func check(_ lines: String, _ expected: String) {
    let result = lines.split(separator: "\n").map { line -> String in
      let parts = line.split(separator: "=", maxSplits: 1).map(String.init)
      let value = parts.count == 2 ? parts[1] : ""
      let found = Credential.found(in: value, named: parts[0]).map { credential in
        let bytes = Array(value.utf8)
        return credential.kind + " «" + String(decoding: bytes[credential.range], as: UTF8.self) + "»"
      }
      return parts[0] + ": " + (found.isEmpty ? "-" : found.joined(separator: ", "))
    }
    #expect(result.joined(separator: "\n") == expected)
  }

  @Test func `a literal under a credential's name is a credential`() {
    check(
      """
      DB_PASSWORD=hunter2!
      PGPASSWORD=postgres
      dbPassword=correct horse
      CLIENT_SECRET=Zr61xVbn20Lk
      AWS_SECRET_ACCESS_KEY=q8Zr61xVbn20LkQpWmYtRsHgJdFsAqZxCvBnMkLp
      X-Auth-Token=q8Zr61xVbn20Lk
      """,
      """
      DB_PASSWORD: a password «hunter2!»
      PGPASSWORD: a password «postgres»
      dbPassword: a password «correct horse»
      CLIENT_SECRET: a secret «Zr61xVbn20Lk»
      AWS_SECRET_ACCESS_KEY: an access key «q8Zr61xVbn20LkQpWmYtRsHgJdFsAqZxCvBnMkLp»
      X-Auth-Token: a token «q8Zr61xVbn20Lk»
      """)
  }

  @Test func `a name alone makes no credential`() {
    check(
      """
      DB_PASSWORD=
      DB_PASSWORD=${DB_PASSWORD}
      DB_PASSWORD=$(DB_PASSWORD)
      DB_PASSWORD={{ .Values.password }}
      DB_PASSWORD_FILE=/run/secrets/db
      API_TOKEN=/var/run/secrets/token
      SECRET_NAME=db
      DB_SECRET=shop-db-secret
      TOKEN_TTL=3600
      AUTH_TOKEN=true
      PASSWORD_MIN_LENGTH=12
      SECRET_KEY=arn:aws:secretsmanager:eu-west-2:111111111111:secret:db
      TOKEN=com.example.auth.Token
      TOKEN_URL=https://login.example.com/token
      monkey=bananas
      compass=north
      """,
      """
      DB_PASSWORD: -
      DB_PASSWORD: -
      DB_PASSWORD: -
      DB_PASSWORD: -
      DB_PASSWORD_FILE: -
      API_TOKEN: -
      SECRET_NAME: -
      DB_SECRET: -
      TOKEN_TTL: -
      AUTH_TOKEN: -
      PASSWORD_MIN_LENGTH: -
      SECRET_KEY: -
      TOKEN: -
      TOKEN_URL: -
      monkey: -
      compass: -
      """)
  }

  @Test func `stand-ins are told from values`() {
    check(
      """
      PASSWORD=changeme
      PASSWORD=<password>
      PASSWORD=REPLACE_ME
      PASSWORD=********
      API_KEY=your-api-key-here
      ID=AKIAIOSFODNN7EXAMPLE
      """,
      """
      PASSWORD: a placeholder for a password «changeme»
      PASSWORD: a placeholder for a password «<password>»
      PASSWORD: a placeholder for a password «REPLACE_ME»
      PASSWORD: a placeholder for a password «********»
      API_KEY: a placeholder for an API key «your-api-key-here»
      ID: the example of an AWS access key id «AKIAIOSFODNN7EXAMPLE»
      """)
  }

  @Test func `tokens and URLs speak for themselves`() {
    check(
      """
      A=postgres://app:s3cr3t@db.shop.svc:5432/app?sslmode=require
      A=postgres://app@db.shop.svc/app
      A=postgres://app:${PASSWORD}@db/app
      A=https://example.com/a:b@c
      A=use AKIA2E0A8F3B244C9986 for it
      A=xAKIA2E0A8F3B244C9986
      A=ghp_aB3dE5gH7jK9mN1pQ3sT5vW7yZ9bC1dE3fG5
      A=ghp_short
      A=ghp_000000000000000000000000000000000000
      """,
      """
      A: a password in a URL «s3cr3t»
      A: -
      A: -
      A: -
      A: an AWS access key id «AKIA2E0A8F3B244C9986»
      A: -
      A: a GitHub token «ghp_aB3dE5gH7jK9mN1pQ3sT5vW7yZ9bC1dE3fG5»
      A: -
      A: -
      """)
  }

  @Test func `assignments are found in texts of any language`() {
    let text = """
      # password: hunter1
      spring.datasource.password=hunter2
      "clientSecret": "Zr61xVbn20Lk",
      <password>hunter3</password>
      export TOKEN='q8Zr61xVbn20Lk'
      mysql --password=hunter4 --user app
      mysql --password hunter5
      if password == expected
      password := read()
      note: the password: please ask
      "imagePullSecrets": [],
      secret: ["a", "b"]
      """
    let bytes = Array(text.utf8)
    let found = Credential.found(inText: text).map {
      $0.kind + " " + String(decoding: bytes[$0.range], as: UTF8.self)
    }
    #expect(
      found == [
        "a password hunter2", "a secret Zr61xVbn20Lk", "a password hunter3", "a token q8Zr61xVbn20Lk",
        "a password hunter4", "a password hunter5",
      ])
  }
}
