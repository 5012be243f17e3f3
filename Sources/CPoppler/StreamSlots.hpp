#pragma once
#include <cstdint>
#include <unordered_map>

#include <Object.h>

namespace kz {

inline uint64_t keyOf(Ref ref) {
  return static_cast<uint64_t>(static_cast<uint32_t>(ref.num)) << 32 | static_cast<uint32_t>(ref.gen);
}

/// Numbers the content streams that have marked content of their own.
///
/// Marked-content ids are counted in each content stream anew: the page has slot 0, forms drawn on it have others. Slot
/// and id together make a mark that is unique on its page.
class StreamSlots {
public:
  int32_t slotOf(Ref stream) {
    return slots.emplace(keyOf(stream), static_cast<int32_t>(slots.size()) + 1).first->second;
  }

  /// The mark, or -1 where it does not fit.
  static int32_t mark(int32_t slot, int id) {
    const bool fits = id >= 0 && id < 1 << idBits && slot < 1 << (31 - idBits);
    return fits ? slot << idBits | id : -1;
  }

private:
  static constexpr int idBits = 18;
  std::unordered_map<uint64_t, int32_t> slots;
};

}  // namespace kz
