package live;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes JSON: records, maps, collections, texts, numbers, truth values and null (RFC 8259). */
final class Json {

  private Json() {}

  static String of(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> of("" + entry.getKey()) + ":" + of(entry.getValue()))
          .collect(Collectors.joining(",", "{", "}"));
    } else if (value instanceof Collection<?> values) {
      return values.stream().map(Json::of).collect(Collectors.joining(",", "[", "]"));
    } else if (value instanceof Record one) {
      return of(components(one));
    } else if (value == null || value instanceof Number || value instanceof Boolean) {
      return "" + value;
    }
    return text(value.toString());
  }

  private static Map<String, Object> components(Record one) {
    Map<String, Object> components = new LinkedHashMap<>();
    try {
      for (RecordComponent component : one.getClass().getRecordComponents()) {
        component.getAccessor().setAccessible(true);
        components.put(component.getName(), component.getAccessor().invoke(one));
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
    return components;
  }

  private static String text(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      // A half of a pair alone is no UTF-8: it goes as an escape, too.
      if (c < ' ' || c == '"' || c == '\\' || c == 127 || Character.isSurrogate(c)) {
        json.append(String.format("\\u%04x", (int) c));
      } else {
        json.append(c);
      }
    }
    return json.append('"').toString();
  }
}
