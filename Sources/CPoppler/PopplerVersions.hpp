#pragma once
// Poppler's private headers change from release to release; where they differ, the difference is bridged here by
// asking the compiler what it has, so that 22.12 and later ones build from the same source.
#include <memory>
#include <string>
#include <type_traits>

#include <GfxState.h>
#include <PDFDoc.h>
#include <Stream.h>
#include <goo/GooString.h>

namespace kz {

/// Text that poppler hands out as a pointer, a GooString or a std::string.
template <typename Text>
std::string plain(const Text &text) {
  if constexpr (std::is_same_v<Text, const char *> || std::is_same_v<Text, char *>) {
    return text ? std::string(text) : std::string();
  } else if constexpr (std::is_pointer_v<Text>) {
    return text ? text->toStr() : std::string();
  } else if constexpr (std::is_convertible_v<const Text &, std::string>) {
    return text;
  } else {
    return text.toStr();
  }
}

template <typename Value = Object>
Value nullObject() {
  if constexpr (requires { Value::null(); }) {
    return Value::null();
  } else {
    return Value(objNull);
  }
}

/// Calls with a text in whatever form the callee takes it.
template <typename Call>
auto withText(const std::string &text, Call call) {
  if constexpr (requires { call(static_cast<const GooString *>(nullptr)); }) {
    const GooString value(text);
    return call(&value);
  } else if constexpr (requires(const std::string &plainText) { call(plainText); }) {
    return call(text);
  } else {
    return call(GooString(text));
  }
}

/// The type of a method's second argument, without reference and const.
template <typename Method>
struct SecondArgument;
template <typename Result, typename Owner, typename First, typename Second>
struct SecondArgument<Result (Owner::*)(First, Second)> {
  using Type = std::remove_const_t<std::remove_pointer_t<std::remove_reference_t<Second>>>;
};

/// Opens a document that lies in memory. The document owns the stream, not the bytes.
template <typename Document = PDFDoc, typename Password>
std::unique_ptr<Document> openInMemory(const char *bytes, size_t size, const Password &password) {
  auto stream = std::make_unique<MemStream>(bytes, 0, static_cast<Goffset>(size), nullObject());
  if constexpr (std::is_constructible_v<Document, BaseStream *, const Password &, const Password &>) {
    return std::make_unique<Document>(stream.release(), password, password);
  } else {
    return std::make_unique<Document>(std::move(stream), password, password);
  }
}

/// A state of graphics as the drawing of a page begins with, for its own sake.
template <typename State = GfxState, typename Sheet>
void makeGraphicsState(const Sheet &sheet) {
  if constexpr (std::is_constructible_v<State, double, double, const Sheet *, int, bool>) {
    const State state(72, 72, &sheet, 0, false);
  } else {
    const State state(72, 72, sheet, 0, false);
  }
}

/// A destination out of its array.
template <typename Destination>
Destination makeDestination(const Object &array) {
  if constexpr (std::is_constructible_v<Destination, const Array *>) {
    return Destination(array.getArray());
  } else {
    return Destination(*array.getArray());
  }
}

/// The destination of a name.
template <typename Document>
auto findDestination(Document &document, const std::string &name) {
  return withText(name, [&](auto text) -> decltype(document.findDest(text)) { return document.findDest(text); });
}

/// The map from a collection's characters to Unicode; null where the machine has none.
template <typename Parameters>
auto unicodeMap(Parameters &parameters, const std::string &collection) {
  return withText(collection, [&](auto text) -> decltype(parameters.getCIDToUnicode(text)) {
    return parameters.getCIDToUnicode(text);
  });
}

}  // namespace kz
