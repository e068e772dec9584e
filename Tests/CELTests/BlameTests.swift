internal import Testing

/// The value that a `false` is blamed on.
struct BlameTests {
  let pod = Document(
    "object",
    [
      "kind": "Pod", "host": true,
      "spec": [
        "containers": [
          ["name": "a", "image": "a:1", "ports": []],
          ["name": "b", "image": "b", "securityContext": ["privileged": true]],
        ]
      ],
    ])

  @Test func `the failing conjunct's last value is blamed`() {
    check("object.kind == 'Pod' && object.host == false", pod, blames: "object.host")
    check("object.host == false && object.kind == 'Pod'", pod, blames: "object.host")
    check("object.kind == 'Job' || object.host == false", pod, blames: "object.host")
    check("!object.host", pod, blames: "object.host")
  }

  @Test func `of a list the element that fails is blamed`() {
    check(
      "object.spec.containers.all(c, c.image.contains(':'))", pod, blames: "object.spec.containers[1].image")
    check(
      "!object.spec.containers.exists(c, has(c.securityContext) && c.securityContext.privileged)", pod,
      blames: "object.spec.containers[1].securityContext.privileged")
  }

  @Test func `when no element will do the list is blamed`() {
    check("object.spec.containers.exists(c, c.name == 'x')", pod, blames: "object.spec.containers")
    check("object.spec.containers.exists_one(c, c.name == 'x')", pod, blames: "object.spec.containers")
  }

  @Test func `for a missing field the object is blamed that lacks it`() {
    check("has(object.spec.volumes)", pod, blames: "object.spec")
    check("object.spec.volumes.size() == 0", pod, blames: "object.spec")
    check(
      "object.spec.containers.all(c, has(c.securityContext))", pod, blames: "object.spec.containers[0]")
    check("object.spec.containers[0].?resources.?limits.hasValue()", pod, blames: "object.spec.containers[0]")
    check("'tier' in object.spec", pod, blames: "object.spec")
  }

  @Test func `a present field that is not wanted is blamed itself`() {
    check(
      "!has(object.spec.containers[1].securityContext)", pod,
      blames: "object.spec.containers[1].securityContext")
  }
}
