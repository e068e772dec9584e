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

  @Test func `a default that nobody replaced works as a password`() {
    check(
      """
      PASSWORD=changeme
      PASSWORD=Change-Me!
      PASSWORD=ChangeMe123!
      ID=AKIAIOSFODNN7EXAMPLE
      """,
      """
      PASSWORD: a placeholder for a password «changeme»
      PASSWORD: a placeholder for a password «Change-Me!»
      PASSWORD: a password «ChangeMe123!»
      ID: the example of an AWS access key id «AKIAIOSFODNN7EXAMPLE»
      """)
  }

  @Test func `a stand-in that says so is no credential`() {
    let standIns = [
      "<password>", "REPLACE_ME", "********", "your-api-key-here", "xxxxx", "sk-xxxxxxxxxx",
      "[your password]",
      "__PASSWORD__", "@@PASSWORD@@", "#{PASSWORD}#", "{password}", "INSERT-PASSWORD-HERE", "hf-TOKEN",
      "sk-ant-PLACEHOLDER", "sampleKey", "redacted", "TODO", "$$PASSWORD",
    ]
    for text in standIns {
      #expect(Credential.found(in: text, named: "PASSWORD").isEmpty, "\(text)")
      #expect(Credential.found(in: text, named: "API_KEY").isEmpty, "\(text)")
    }
    for text in ["samples", "replacement", "xylophone", "[aB1]", "THE KEY2", "exxxit", "SHOUTING"] {
      #expect(!Credential.found(in: text, named: "PASSWORD").isEmpty, "\(text)")
    }
  }

  @Test func `how sure a name is decides what a value must show`() {
    check(
      """
      SECRET_KEY=secret
      JWT_SECRET=secret
      JWTSecret=portal@123
      DB_SECRET=secret
      dbSecret=dbusersecret
      HTTP_SECRET=registry
      REGISTRY_SECRET=my-registry
      LDAP_BINDPASS=admin
      DB_SECRET=Tr0ub4dor
      AUTH_TOKEN=bearer
      AUTH_TOKEN=my-auth-token
      AUTH_TOKEN=proxy-auth-token
      --client-secret=proxy-secret
      clientSecret=proxy-secret
      DB_TOKEN=my-auth-token
      SORT_KEY=9f2c61d07be84a35c1d09e7f6b3a2845
      STAGE_KEY=9f2c61d07be84a35c1d09e7f6b3a2845
      STAGE_KEY=Q8zr61XvBn20lKqPwMyTrShGjDfSaQzX
      STAGE_KEY=orders/2024/report
      STAGE_KEY=3f2504e0-4f89-11d3-9a0c-0305e82c3301
      Authorization=Basic YXBwOmh1bnRlcjIh
      Authorization=Bearer
      authorization=disabled
      OPTIONS=-Dpassword=hunter2
      OPTIONS={"password": "hunter2"}
      """,
      """
      SECRET_KEY: a key «secret»
      JWT_SECRET: a secret «secret»
      JWTSecret: a secret «portal@123»
      DB_SECRET: -
      dbSecret: -
      HTTP_SECRET: a secret «registry»
      REGISTRY_SECRET: -
      LDAP_BINDPASS: a password «admin»
      DB_SECRET: a secret «Tr0ub4dor»
      AUTH_TOKEN: -
      AUTH_TOKEN: a token «my-auth-token»
      AUTH_TOKEN: a token «proxy-auth-token»
      --client-secret: a secret «proxy-secret»
      clientSecret: -
      DB_TOKEN: -
      SORT_KEY: -
      STAGE_KEY: a key «9f2c61d07be84a35c1d09e7f6b3a2845»
      STAGE_KEY: a key «Q8zr61XvBn20lKqPwMyTrShGjDfSaQzX»
      STAGE_KEY: -
      STAGE_KEY: -
      Authorization: a credential «YXBwOmh1bnRlcjIh»
      Authorization: -
      authorization: -
      OPTIONS: a password «hunter2»
      OPTIONS: a password «hunter2»
      """)
  }

  @Test func `tokens and URLs speak for themselves`() {
    check(
      """
      A=postgres://app:s3cr3t@db.shop.svc:5432/app?sslmode=require
      A=postgres://app@db.shop.svc/app
      A=postgres://app:${PASSWORD}@db/app
      A=https://example.com/a:b@c
      A=app:s3cr3t@tcp(db:3306)/shop
      A={{user}}:{{password}}@tcp(db:3306)/shop
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
      A: a password in a data source name «s3cr3t»
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
      token = config.token
      def pass = new File("/run/pass").text
      client = connect(url, credential=credential)
      echo "password=$PASSWORD" 'token=$TOKEN'
      echo -e "user = app\\npassword = $PASSWORD" > file
      echo "password=hunter9"
      password = "config.token"
      mysqldump -uroot -phunter6 shop; cp -pr a b
      curl -s -u app:hunter7 https://api
      { "name": "DB_PASSWORD", "value": "hunter8" }
      cookie = "ACCESS_TOKEN=" + token + "; path=/";
      url: "https://example.com/info?access_token= uid realm=/employees"
      """
    let bytes = Array(text.utf8)
    let found = Credential.found(inText: text).map {
      $0.kind + " " + String(decoding: bytes[$0.range], as: UTF8.self)
    }
    #expect(
      found == [
        "a password hunter2", "a secret Zr61xVbn20Lk", "a password hunter3", "a token q8Zr61xVbn20Lk",
        "a password hunter4", "a password hunter5", "a password hunter9", "a password config.token",
        "a password hunter6", "a password hunter7", "a password hunter8",
      ])
  }
}
