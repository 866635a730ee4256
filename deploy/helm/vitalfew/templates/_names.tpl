{{- define "vitalfew.labels" -}}
app.kubernetes.io/name: vitalfew
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- define "vitalfew.host" -}}
{{ regexReplaceAll "^https?://([^/:]+).*$" .Values.url "${1}" }}
{{- end }}
