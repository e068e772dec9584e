internal import Testing

/// Expressions over values of the repository.
struct DocumentTests {
  let pod = Document(
    "object",
    [
      "kind": "Pod", "replicas": 3, "ratio": 1.5, "none": nil,
      "labels": ["app.kubernetes.io/name": "web", "tier": "front"],
      "containers": [["name": "web", "image": "web:1.4"], ["name": "sidecar", "image": "side"]],
    ])

  @Test func `scalars take part in operations`() {
    check("object.replicas + 1", pod, gives: "4")
    check("object.ratio * 2.0", pod, gives: "3.0")
    check("object.kind + '/' + object.containers[0].name", pod, gives: "'Pod/web'")
    check("object.replicas < 3.5 && object.none == null", pod, gives: "true")
    check("type(object.replicas) == int && type(object.labels) == map", pod, gives: "true")
  }

  @Test func `a selection is the document's own value`() {
    check("object.containers[1]", pod, gives: "{'name': 'sidecar', 'image': 'side'}")
    check("object.labels['tier']", pod, gives: "'front'")
    check("object.labels.`app.kubernetes.io/name`", pod, gives: "'web'")
  }

  @Test func `documents equal literals`() {
    check("object.containers[1] == {'name': 'sidecar', 'image': 'side'}", pod, gives: "true")
    check("object.containers.map(c, c.name) == ['web', 'sidecar']", pod, gives: "true")
    check("object.labels in [object.labels]", pod, gives: "true")
    check("sets.contains(['web', 'x'], [object.containers[0].name])", pod, gives: "true")
  }

  @Test func `macros range over documents`() {
    check("object.containers.filter(c, c.image.contains(':')).map(c, c.name)", pod, gives: "['web']")
    check("object.labels.map(k, k)", pod, gives: "['app.kubernetes.io/name', 'tier']")
    check("object.containers.exists(i, c, i == 1 && c.name == 'sidecar')", pod, gives: "true")
    check("object.labels.transformMap(k, v, size(v))", pod, gives: "{'app.kubernetes.io/name': 3, 'tier': 5}")
    check("object.containers.map(c, c.name).join(',')", pod, gives: "'web,sidecar'")
    check("object.containers.sortBy(c, c.name)[0].name", pod, gives: "'sidecar'")
  }

  @Test func `what is missing is an error with its place`() {
    check("object.spec.containers", pod, gives: "error at 7: no such key: spec")
    check("object.kind.x", pod, gives: "error at 12: no such key: x (a value of type 'string' has no fields)")
    check("object.containers[7].name", pod, gives: "error at 17: index out of bounds: 7")
    check("object.?spec.?containers.orValue([])", pod, gives: "[]")
    check("has(object.spec) || object.replicas == 3", pod, gives: "true")
  }

  @Test func `errors lose against what decides`() {
    check("object.spec.x == 1 && false", pod, gives: "false")
    check("object.spec.x == 1 || true", pod, gives: "true")
    check("[object, 1].exists(e, e.kind == 'Pod')", pod, gives: "true")
    check("object.spec.x == 1 && true", pod, gives: "error at 7: no such key: spec")
  }

  @Test func `texts compare by code points`() {
    check("'e\u{301}' == '\u{E9}'", gives: "false")
    check("size('e\u{301}')", gives: "2")
    check("{'\u{E9}': 1, 'e\u{301}': 2}.size()", gives: "2")
  }
}
