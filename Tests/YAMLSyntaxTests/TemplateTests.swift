internal import SourceText
internal import Testing
internal import YAMLSyntax

struct TemplateTests {
  @Test(arguments: [
    "{{- if .Values.enabled }}\napiVersion: v1\nkind: Service\n{{- end }}\n",
    "apiVersion: v1\nmetadata:\n  name: {{ include \"x.name\" . }}\n",
    "a: 1\nspec:\n  {{- toYaml .Values.spec | nindent 2 }}\n",
    "image: \"{{ .Values.image | default \"web\" }}\"\n",
    "a: {{ x }}-suffix\n",
    "{% for host in hosts %}\n- {{ host }}\n{% endfor %}\n",
    "{{/* comment */}}\n# text\na: 1\n",
  ]) func `text that has to be rendered first is one problem`(text: String) {
    let file = SourceFile(id: FileID(0), path: "a.yaml", bytes: Array(text.utf8))
    let stream = YAMLParser.parse(file)
    #expect(stream.isTemplate && stream.documents.isEmpty)
    #expect(stream.problems.map(\.message) == ["template, not rendered"])
    #expect(stream.problems.map(\.kind) == [.template])
  }

  @Test(arguments: [
    "args: [\"{{inputs.parameters.x}}\"]\nscript: |\n  {{inputs.parameters.y}}\n",
    "run: echo ${{ github.sha }}\n",
    "description: uses {{ .Values.x }} in text\n# {{ comment }}\n",
    "a: [1\nscript: |\n  {{inputs.parameters.y}}\n",
    "script: |\n  {{ .Values.x }}\na: [1\n",
    "a: {{item}}\n",
  ]) func `braces in strings make no template`(text: String) {
    let file = SourceFile(id: FileID(0), path: "a.yaml", bytes: Array(text.utf8))
    #expect(!YAMLParser.parse(file).isTemplate)
  }
}
