// The tagged structure of a file: which role it gives to each piece of marked content, in its own reading order.
#include <chrono>
#include <unordered_set>

#include <Catalog.h>
#include <XRef.h>

#include "Document.hpp"
#include "PopplerVersions.hpp"

namespace kz {

namespace {

constexpr int deepestElement = 96;
constexpr int elementBudget = 60000;
/// The count above keeps the same file to the same answer; the clock only guards against files made to be slow.
constexpr std::chrono::milliseconds timeBudget(1500);

/// How an element's role bears on what stands within it.
enum class Scope {
  container,  // says nothing of its content
  block,      // a block of its own, unless something around it says more
  inside,     // part of the block around it
  owner,      // all within it is its own
  cell,       // the same, and nothing within it changes that
};

struct RoleRule {
  int role;
  Scope scope;
};

const std::unordered_map<std::string, RoleRule> &rules() {
  static const std::unordered_map<std::string, RoleRule> table = {
      {"Document", {KZOther, Scope::container}}, {"DocumentFragment", {KZOther, Scope::container}},
      {"Part", {KZOther, Scope::container}}, {"Art", {KZOther, Scope::container}},
      {"Sect", {KZOther, Scope::container}}, {"Div", {KZOther, Scope::container}},
      {"Aside", {KZOther, Scope::container}}, {"BlockQuote", {KZOther, Scope::container}},
      {"NonStruct", {KZOther, Scope::container}}, {"Private", {KZOther, Scope::container}},
      {"Index", {KZOther, Scope::container}}, {"TOC", {KZOther, Scope::container}},
      {"L", {KZOther, Scope::container}}, {"Table", {KZOther, Scope::container}},
      {"TR", {KZOther, Scope::container}}, {"THead", {KZOther, Scope::container}},
      {"TBody", {KZOther, Scope::container}}, {"TFoot", {KZOther, Scope::container}},
      {"Title", {KZHeading1, Scope::owner}}, {"H1", {KZHeading1, Scope::owner}}, {"H2", {KZHeading2, Scope::owner}},
      {"H3", {KZHeading3, Scope::owner}}, {"H4", {KZHeading4, Scope::owner}}, {"H5", {KZHeading5, Scope::owner}},
      {"H6", {KZHeading6, Scope::owner}}, {"P", {KZParagraph, Scope::block}},
      {"LI", {KZListItem, Scope::owner}}, {"Lbl", {KZOther, Scope::inside}}, {"LBody", {KZOther, Scope::inside}},
      {"TH", {KZTableHeader, Scope::cell}}, {"TD", {KZTableCell, Scope::cell}},
      {"Caption", {KZCaption, Scope::owner}}, {"Figure", {KZFigure, Scope::owner}},
      {"Formula", {KZFigure, Scope::owner}}, {"Form", {KZFigure, Scope::owner}},
      {"Note", {KZNote, Scope::owner}}, {"FENote", {KZNote, Scope::owner}}, {"TOCI", {KZContents, Scope::owner}},
      {"Artifact", {KZArtifact, Scope::cell}},
      {"Span", {KZOther, Scope::inside}}, {"Quote", {KZOther, Scope::inside}}, {"Link", {KZOther, Scope::inside}},
      {"Reference", {KZOther, Scope::inside}}, {"BibEntry", {KZOther, Scope::inside}},
      {"Code", {KZOther, Scope::inside}}, {"Annot", {KZOther, Scope::inside}}, {"Em", {KZOther, Scope::inside}},
      {"Strong", {KZOther, Scope::inside}}, {"Sub", {KZOther, Scope::inside}}, {"Ruby", {KZOther, Scope::inside}},
      {"RB", {KZOther, Scope::inside}}, {"RT", {KZOther, Scope::inside}}, {"RP", {KZOther, Scope::inside}},
      {"Warichu", {KZOther, Scope::inside}}, {"WT", {KZOther, Scope::inside}}, {"WP", {KZOther, Scope::inside}},
  };
  return table;
}

/// What an element hands down to its children.
struct Context {
  int role = KZOther;
  Scope scope = Scope::container;
  int32_t element = 0;
  int page = 0;
  int depth = 0;
  int sections = 0;
};

class StructureWalk {
public:
  StructureWalk(KZFile &file, std::vector<KZTag> &tags)
      : file(file), tags(tags), deadline(std::chrono::steady_clock::now() + timeBudget) {}

  bool isComplete = true;

  void walk() {
    const Object catalog = file.document->getXRef()->getCatalog();
    const Object root = catalog.isDict() ? catalog.dictLookup("StructTreeRoot") : nullObject();
    if (root.isDict()) {
      roleMap = root.dictLookup("RoleMap");
      visitKids(root, Context());
    }
  }

private:
  KZFile &file;
  std::vector<KZTag> &tags;
  const std::chrono::steady_clock::time_point deadline;
  Object roleMap;
  std::unordered_set<uint64_t> seen;
  std::unordered_map<std::string, RoleRule> resolved;
  int32_t elementCount = 0;

  bool isSpent() {
    const bool isLate = elementCount % 64 == 0 && std::chrono::steady_clock::now() > deadline;
    if (isLate || elementCount >= elementBudget) {
      isComplete = false;
    }
    return !isComplete;
  }

  void visitKids(const Object &owner, const Context &context) {
    const Object kids = owner.dictLookup("K");
    if (!kids.isArray()) {
      visit(owner.dictLookupNF("K"), context);
      return;
    }
    for (int i = 0; i < kids.arrayGetLength() && !isSpent(); ++i) {
      visit(kids.arrayGetNF(i), context);
    }
  }

  void visit(const Object &kid, const Context &context) {
    if (kid.isInt()) {
      addTag(StreamSlots::mark(0, kid.getInt()), context);
      return;
    }
    if (kid.isRef() && !seen.insert(keyOf(kid.getRef())).second) {
      return;
    }
    const Object value = kid.fetch(file.document->getXRef());
    if (value.isInt()) {
      addTag(StreamSlots::mark(0, value.getInt()), context);
    } else if (value.isDict() && value.dictLookupNF("MCID").isInt()) {
      visitReference(value, context);
    } else if (value.isDict() && value.dictLookupNF("S").isName()) {
      visitElement(value, context);
    }
  }

  /// A marked-content reference: the mark of another page or stream than the element's own.
  void visitReference(const Object &reference, Context context) {
    setPage(context, reference);
    const Object &stream = reference.dictLookupNF("Stm");
    const int32_t slot = stream.isRef() ? file.streamSlots.slotOf(stream.getRef()) : 0;
    addTag(StreamSlots::mark(slot, reference.dictLookupNF("MCID").getInt()), context);
  }

  void visitElement(const Object &element, Context context) {
    if (context.depth >= deepestElement || isSpent()) {
      isComplete = false;
      return;
    }
    elementCount += 1;
    context.depth += 1;
    setPage(context, element);
    enter(plain(element.dictLookupNF("S").getName()), context);
    visitKids(element, context);
  }

  void enter(const std::string &name, Context &context) {
    const RoleRule rule = ruleOf(name);
    if (name == "Sect") {
      context.sections += 1;
    }
    const bool isWithinOwner = context.scope == Scope::owner || context.scope == Scope::cell;
    const bool keepsOuter = context.scope == Scope::cell
        || (isWithinOwner && rule.scope != Scope::owner && rule.scope != Scope::cell)
        || (context.scope == Scope::block && rule.scope == Scope::inside);
    if (keepsOuter) {
      return;
    }
    context.role = rule.role;
    context.scope = rule.scope;
    context.element = elementCount;
    if (rule.role == KZOther && name == "H") {
      context.role = KZHeading1 + std::min(std::max(context.sections - 1, 0), 5);
      context.scope = Scope::owner;
    }
  }

  /// Follows the file's own role map to a standard role.
  RoleRule ruleOf(const std::string &name) {
    const auto known = resolved.find(name);
    if (known != resolved.end()) {
      return known->second;
    }
    RoleRule rule = {KZOther, Scope::block};
    std::string role = name;
    for (int step = 0; step < 8; ++step) {
      const auto found = rules().find(role);
      if (found != rules().end()) {
        rule = found->second;
        break;
      }
      const Object next = roleMap.isDict() ? roleMap.dictLookup(role.c_str()) : nullObject();
      if (!next.isName()) {
        break;
      }
      role = plain(next.getName());
    }
    resolved.emplace(name, rule);
    return rule;
  }

  void setPage(Context &context, const Object &holder) {
    const Object &page = holder.dictLookupNF("Pg");
    if (page.isRef()) {
      context.page = file.pageNumber(page.getRef());
    }
  }

  void addTag(int32_t mark, const Context &context) {
    if (context.page > 0 && mark >= 0) {
      tags.push_back({context.page, mark, context.element, context.role});
    }
  }
};

}  // namespace

bool readStructure(KZFile &file, std::vector<KZTag> &tags) {
  tags.clear();
  StructureWalk walk(file, tags);
  walk.walk();
  return walk.isComplete;
}

}  // namespace kz
